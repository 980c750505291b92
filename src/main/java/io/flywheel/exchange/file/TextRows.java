package io.flywheel.exchange.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text file with a separator, whatever its charset and line ends. */
final class TextRows implements RawRows {
    /** One cell may hold this many characters; more means an unclosed quote. */
    private static final int LONGEST = 4 << 20;

    private static final int HEAD = 1 << 16;

    /** Many programs write a page, or the XML of old office programs, and call it .xls. */
    private static final Pattern PAGE = Pattern.compile(
            "\\s*<(!--|(!doctype|html|head|meta|table|body|div|style|\\?xml)\\b)", Pattern.CASE_INSENSITIVE);

    private final CloseableIterator<CsvRecord> records;
    private long line;

    private TextRows(CloseableIterator<CsvRecord> records) {
        this.records = records;
    }

    static TextRows open(Path file, ReadOptions options) throws IOException {
        Charset charset = Charsets.of(file, options.charset());
        String head = head(file, charset);
        if (PAGE.matcher(head).lookingAt()) {
            throw FileFaults.of("exchange.file-web-page");
        }
        char separator = Separators.of(head, options.separator());
        return new TextRows(format(separator).ofCsvRecord(reader(file, charset)).iterator());
    }

    static CsvReader.CsvReaderBuilder format(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter('"')
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST);
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                HEAD);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The first lines, without a last one that is cut. */
    private static String head(Path file, Charset charset) throws IOException {
        char[] chars = new char[HEAD];
        int length = 0;
        try (Reader reader = reader(file, charset)) {
            int read;
            while (length < HEAD && (read = reader.read(chars, length, HEAD - length)) > 0) {
                length += read;
            }
        }
        String head = new String(chars, 0, length);
        int end = length < HEAD ? length : Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
        return end <= 0 ? head : head.substring(0, end);
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord next = records.next();
                line = next.getStartingLineNumber();
                Row row = new Row((int) next.getStartingLineNumber(), trimmed(next));
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException broken) {
            throw FileFaults.of("exchange.text-damaged", "line", line + 1);
        } catch (UncheckedIOException failed) {
            throw new IOException(failed);
        }
    }

    private static List<String> trimmed(CsvRecord record) {
        int count = record.getFieldCount();
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(record.getField(i).strip());
        }
        return cells;
    }

    @Override
    public boolean keepsWidth() {
        return true;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
