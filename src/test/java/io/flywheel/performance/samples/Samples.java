package io.flywheel.performance.samples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder of sample data, which is not part of the product. */
final class Samples {
    private Samples() {}

    private static Path root() {
        String given = System.getenv("FLYWHEEL_SAMPLES");
        return Path.of(given == null ? "../shared/data" : given);
    }

    /** Whether the folder is there; says so in one line if it is not. */
    static boolean present(String name) {
        boolean present = Files.isDirectory(root().resolve(name));
        if (!present) {
            System.out.println(
                    "No sample data " + name + " in " + root() + " (FLYWHEEL_SAMPLES): its figures are not checked.");
        }
        return present;
    }

    /** The rows of a file, column → text. */
    static List<Map<String, String>> rows(String name, String file) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(root().resolve(name).resolve(file))) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
