package io.flywheel.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook; what no longer fits on one sheet goes on on the next, below the same headings. */
final class XlsxFile implements ExportFile {
    private static final int MOST_ROWS = 1_048_576;
    /** Numbers in a workbook are binary: longer ones would lose digits and are written as text. */
    private static final int EXACT_DIGITS = 15;

    private static final int MOST_CHARACTERS = 32_767;
    private static final int ROWS_HELD = 500;

    private final Workbook workbook;
    private @Nullable List<@Nullable Object> headings;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxFile(OutputStream out) {
        this.workbook = new Workbook(out, "Flywheel", "1.0");
        this.sheet = workbook.newWorksheet("1");
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        if (headings == null) {
            headings = List.copyOf(cells);
            sheet.freezePane(0, 1);
        } else if (row == MOST_ROWS) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(String.valueOf(sheets));
            row = 0;
            write(headings);
        }
        write(cells);
    }

    private void write(List<@Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        row++;
        if (row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case BigDecimal number when number.precision() <= EXACT_DIGITS -> sheet.value(row, column, number);
            case BigDecimal number -> sheet.inlineString(row, column, number.toPlainString());
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime moment -> {
                sheet.value(row, column, moment);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> sheet.inlineString(row, column, fitting(cell.toString()));
        }
    }

    private static String fitting(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
