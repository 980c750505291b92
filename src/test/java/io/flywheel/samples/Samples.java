package io.flywheel.samples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One set of sample data, which is not part of the product.
 *
 * @param folder with its files, and the worked figures in {@code expected}
 */
record Samples(String name, Path folder) {

    /** Leaves the test out, with a line that says so, if the set is not there. */
    static Samples of(String name) {
        Path root = Path.of(System.getenv().getOrDefault("FLYWHEEL_SAMPLES", "../shared/data"));
        Path folder = root.resolve(name);
        boolean present = Files.isDirectory(folder);
        if (!present) {
            System.out.println("Sample data is absent, its figures are not checked (FLYWHEEL_SAMPLES): "
                    + folder.toAbsolutePath().normalize());
        }
        assumeTrue(present);
        return new Samples(name, folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The rows of a file of figures, column → text. */
    List<Map<String, String>> expected(String name) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(file("expected/" + name + ".csv"))) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
