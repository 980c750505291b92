package io.flywheel.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UTF-8 with a byte order mark, without which spreadsheets garble Chinese. */
public final class CsvFile implements ExportFile {
    private final CsvWriter csv;

    public CsvFile(OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        this.csv = CsvWriter.builder().build(text);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(CsvFile::shown).toList());
    }

    private static String shown(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String text -> harmless(text);
            default -> cell.toString().replace('T', ' ');
        };
    }

    /** A cell that a spreadsheet would run as a formula is kept as text, unless it is just a number. */
    public static String harmless(String cell) {
        boolean risky = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return risky && !cell.matches("[-+]?[\\d.,]+%?") ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
