package io.flywheel.exchange.file;

import io.flywheel.kernel.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** One sheet of an .xlsx workbook, streamed. Numbers keep every digit that stands in the file. */
final class XlsxRows implements RawRows {
    private final ReadableWorkbook workbook;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

    private XlsxRows(ReadableWorkbook workbook, Sheet sheet) throws IOException {
        this.workbook = workbook;
        this.rows = sheet.openStream().iterator();
    }

    static XlsxRows open(Path file, ReadOptions options) throws IOException {
        ReadableWorkbook workbook = workbook(file);
        try {
            List<Sheet> sheets = workbook.getSheets().toList();
            int chosen = SheetChoice.of(sheets.stream().map(Sheet::getName).toList(), options.sheet());
            return new XlsxRows(workbook, sheets.get(chosen));
        } catch (RuntimeException | IOException failed) {
            workbook.close();
            throw explained(failed);
        }
    }

    static List<String> sheets(Path file) throws IOException {
        try (ReadableWorkbook workbook = workbook(file)) {
            return workbook.getSheets().map(Sheet::getName).toList();
        }
    }

    private static ReadableWorkbook workbook(Path file) throws IOException {
        ZipLimits.check(file);
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (RuntimeException | IOException withStyles) {
            return withoutStyles(file);
        }
    }

    /** A workbook made by a program may have no styles; then it has no dates either, only their numbers. */
    private static ReadableWorkbook withoutStyles(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        } catch (RuntimeException | IOException damaged) {
            throw explained(damaged);
        }
    }

    /** A mistake of the file becomes a problem that the reader can mend. */
    private static RuntimeException explained(Exception failed) {
        return failed instanceof Problem known
                ? known
                : FileFaults.of("exchange.file-damaged", "reason", reason(failed));
    }

    private static String reason(Exception failed) {
        String message = failed.getMessage();
        return message == null ? "xlsx" : message.replaceAll("(?s)\\s*\\bat \\[.*|^[\\w.]+(Exception|Error): ", "");
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row next = rows.next();
                Row row = new Row(next.getRowNum(), cells(next));
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (RuntimeException damaged) {
            throw explained(damaged);
        }
    }

    private List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        List<String> cells = new ArrayList<>(Collections.nCopies(row.getCellCount(), ""));
        for (Cell cell : row) {
            if (cell != null) {
                cells.set(cell.getColumnIndex(), text(cell));
            }
        }
        return cells;
    }

    private String text(Cell cell) {
        CellType type = cell.getType();
        String raw = cell.getRawValue();
        if (raw == null || type == CellType.EMPTY || type == CellType.ERROR) {
            return "";
        }
        if (type == CellType.BOOLEAN) {
            return raw.equals("1") || raw.equalsIgnoreCase("true") ? "true" : "false";
        }
        if (type == CellType.STRING) {
            return cell.getText().strip();
        }
        return SheetNumbers.text(raw, cell.getDataFormatString(), formatId(cell), workbook.isDate1904());
    }

    private static int formatId(Cell cell) {
        Integer id = cell.getDataFormatId();
        return id == null ? 0 : id;
    }

    @Override
    public boolean keepsWidth() {
        return false;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
