package io.flywheel.exchange.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.flywheel.exchange.export.CsvFile;
import io.flywheel.exchange.job.Refusals;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Texts;
import io.flywheel.kernel.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The refused rows as a csv: each as it stood in the file, its line before and the reasons behind. */
final class RefusedFile {
    private static final int PAGE = 1_000;

    private RefusedFile() {}

    /** Streamed in pages; starts with a byte order mark, without which spreadsheets garble Chinese. */
    static void write(Refusals refusals, Workspace workspace, UUID id, Language language, OutputStream out)
            throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    Texts.text(language, "exchange.refused-line", Map.of()),
                    Texts.text(language, "exchange.refused-reasons", Map.of()));
            int after = -1;
            for (List<Refusals.Refused> page = refusals.page(workspace, id, after, PAGE);
                    !page.isEmpty();
                    page = refusals.page(workspace, id, after, PAGE)) {
                for (Refusals.Refused row : page) {
                    csv.writeRecord(record(row, language));
                }
                after = page.getLast().number();
            }
        }
    }

    private static List<String> record(Refusals.Refused row, Language language) {
        List<String> record = new ArrayList<>();
        record.add(String.valueOf(row.number()));
        record.add(row.faults().stream().map(fault -> reason(fault, language)).collect(Collectors.joining("; ")));
        row.cells().forEach(cell -> record.add(CsvFile.harmless(cell)));
        return record;
    }

    private static String reason(Fault fault, Language language) {
        return fault.path().isEmpty() ? fault.message(language) : fault.path() + ": " + fault.message(language);
    }
}
