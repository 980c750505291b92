package io.flywheel.exchange.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
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
        List<Sheet> sheets = workbook.getSheets().toList();
        int chosen = SheetChoice.of(sheets.stream().map(Sheet::getName).toList(), options.sheet());
        return new XlsxRows(workbook, sheets.get(chosen));
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
        } catch (ExcelReaderException damaged) {
            throw damaged(damaged);
        }
    }

    private static RuntimeException damaged(RuntimeException cause) {
        return FileFaults.of("exchange.file-damaged", "reason", String.valueOf(cause.getMessage()));
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
        } catch (ExcelReaderException damaged) {
            throw damaged(damaged);
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
