package io.flywheel.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** One sheet of a legacy .xls workbook, record by record. A number is the shortest decimal that gives its double. */
final class XlsRows implements RawRows {
    private final POIFSFileSystem container;
    private final RecordFactoryInputStream records;
    private final XlsBook book;
    private final Map<Integer, String> pending = new TreeMap<>();
    private int pendingRow = -1;
    private @Nullable FormulaRecord awaitsText;
    private boolean ended;

    private XlsRows(POIFSFileSystem container, RecordFactoryInputStream records, XlsBook book) {
        this.container = container;
        this.records = records;
        this.book = book;
    }

    static XlsRows open(Path file, ReadOptions options) throws IOException {
        POIFSFileSystem container = XlsBook.container(file);
        try {
            InputStream stream = XlsBook.workbook(container);
            RecordFactoryInputStream records = new RecordFactoryInputStream(stream, false);
            XlsBook book = XlsBook.read(records);
            int chosen = SheetChoice.of(book.sheetNames(), options.sheet());
            XlsRows rows = new XlsRows(container, records, book);
            rows.skipTo(chosen);
            return rows;
        } catch (RuntimeException | IOException failed) {
            container.close();
            throw XlsBook.explained(failed);
        }
    }

    static List<String> sheets(Path file) throws IOException {
        try (POIFSFileSystem container = XlsBook.container(file)) {
            return XlsBook.read(new RecordFactoryInputStream(XlsBook.workbook(container), false))
                    .sheetNames();
        } catch (RuntimeException failed) {
            throw XlsBook.explained(failed);
        }
    }

    /** Sheets follow each other in the order of their names, embedded charts apart. */
    private void skipTo(int sheet) {
        int seen = -1;
        int depth = 0;
        Record record;
        while ((record = records.nextRecord()) != null) {
            if (record instanceof BOFRecord begin) {
                seen += depth == 0 && begin.getType() != BOFRecord.TYPE_WORKBOOK ? 1 : 0;
                depth++;
                if (seen == sheet && depth == 1) {
                    return;
                }
            } else if (record instanceof EOFRecord) {
                depth--;
            }
        }
        ended = true;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (!ended) {
                Row row = step(records.nextRecord());
                if (row != null && !row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (RuntimeException failed) {
            throw XlsBook.explained(failed);
        }
    }

    /** Takes one record in; answers the row that it completes, if it does. */
    private @Nullable Row step(@Nullable Record record) {
        if (record == null || record instanceof EOFRecord) {
            ended = true;
            return finished();
        }
        if (record instanceof StringRecord text && awaitsText != null) {
            pending.put((int) awaitsText.getColumn(), text.getString().strip());
            awaitsText = null;
            return null;
        }
        if (!(record instanceof CellValueRecordInterface cell)) {
            return null;
        }
        Row complete = cell.getRow() == pendingRow ? null : finished();
        pendingRow = cell.getRow();
        pending.put((int) cell.getColumn(), text(cell));
        return complete;
    }

    private String text(CellValueRecordInterface cell) {
        return switch (cell) {
            case NumberRecord number -> number(number.getValue(), number.getXFIndex());
            case LabelSSTRecord label -> book.shared(label.getSSTIndex()).strip();
            case BoolErrRecord truth -> truth.isBoolean() ? String.valueOf(truth.getBooleanValue()) : "";
            case FormulaRecord formula -> text(formula);
            default -> cell instanceof LabelRecord label ? label.getValue().strip() : "";
        };
    }

    private String text(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            awaitsText = formula;
            return "";
        }
        return switch (formula.getCachedResultTypeEnum()) {
            case BOOLEAN -> String.valueOf(formula.getCachedBooleanValue());
            case NUMERIC -> number(formula.getValue(), formula.getXFIndex());
            default -> "";
        };
    }

    private String number(double value, int style) {
        int format = book.formatId(style);
        return SheetNumbers.text(
                BigDecimal.valueOf(value).toString(), book.formatText(format), format, book.since1904());
    }

    private @Nullable Row finished() {
        if (pendingRow < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        pending.forEach((column, text) -> {
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(text);
        });
        pending.clear();
        return new Row(pendingRow + 1, cells);
    }

    @Override
    public boolean keepsWidth() {
        return false;
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
