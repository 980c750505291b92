package io.flywheel.exchange.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table in a file: columns, then rows one at a time. Blank rows and blank columns at the right edge are dropped. */
public final class DataFile implements AutoCloseable {
    private static final int LOOK_AHEAD = 100;

    private final RawRows raw;
    private final Deque<Row> ahead;
    private final Columns columns;

    private DataFile(RawRows raw, Deque<Row> ahead, Columns columns) {
        this.raw = raw;
        this.ahead = ahead;
        this.columns = columns;
    }

    /**
     * Opens a csv, tsv, xlsx or xls by what is in it.
     *
     * @throws io.flywheel.kernel.Problem.Invalid if there is no table in it: empty, header only, binary, damaged,
     *     protected, beyond the limits, no such sheet, wrong separator
     */
    public static DataFile open(Path file, ReadOptions options) throws IOException {
        if (Files.size(file) == 0) {
            throw FileFaults.of("exchange.file-empty");
        }
        RawRows raw = switch (FileKind.of(file)) {
            case TEXT -> TextRows.open(file, options);
            case XLSX -> XlsxRows.open(file, options);
            case XLS -> XlsRows.open(file, options);
        };
        try {
            return started(raw, options);
        } catch (RuntimeException | IOException failed) {
            raw.close();
            throw failed;
        }
    }

    /** The names of the sheets of a workbook, in their order; none for a text file. */
    public static List<String> sheets(Path file) throws IOException {
        return switch (FileKind.of(file)) {
            case TEXT -> List.of();
            case XLSX -> XlsxRows.sheets(file);
            case XLS -> XlsRows.sheets(file);
        };
    }

    private static DataFile started(RawRows raw, ReadOptions options) throws IOException {
        Deque<Row> ahead = new ArrayDeque<>();
        Row row;
        while (ahead.size() < LOOK_AHEAD && (row = raw.next()) != null) {
            ahead.add(row);
        }
        if (ahead.isEmpty()) {
            throw FileFaults.of("exchange.file-empty");
        }
        Boolean given = options.header();
        boolean header =
                given == null ? Headers.looksLikeHeader(ahead.getFirst().cells()) : given;
        int width = ahead.stream().mapToInt(Row::width).max().orElse(0);
        if (!header) {
            return new DataFile(raw, ahead, Columns.numbered(width));
        }
        Row names = ahead.removeFirst();
        if (ahead.isEmpty()) {
            throw FileFaults.of("exchange.file-header-only");
        }
        return new DataFile(raw, ahead, Columns.named(header(names, raw.keepsWidth() ? names.width() : width)));
    }

    private static List<String> header(Row names, int width) {
        List<String> header = new ArrayList<>(names.cells().subList(0, Math.min(width, names.width())));
        header.addAll(Collections.nCopies(Math.max(0, width - header.size()), ""));
        return header;
    }

    public Columns columns() {
        return columns;
    }

    /** The next row that has anything in it, or null at the end. */
    public @Nullable Row next() throws IOException {
        Row waiting = ahead.poll();
        return waiting != null ? waiting : raw.next();
    }

    /** Whether a row does not fit the columns: it has more than there are, or breaks off before {@code needed}. */
    public boolean isRagged(Row row, int needed) {
        return row.width() > columns.count() || (raw.keepsWidth() && row.cells().size() < needed);
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
