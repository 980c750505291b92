package io.flywheel.exchange.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table being written, row by row; what was written is not held. Cells are what {@link Cells} makes. */
public sealed interface ExportFile extends Closeable permits CsvFile, XlsxFile {
    void row(List<@Nullable Object> cells) throws IOException;

    enum Kind {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        public static Optional<Kind> of(String word) {
            return List.of(values()).stream()
                    .filter(kind -> kind.extension().equals(word))
                    .findFirst();
        }

        public String mediaType() {
            return mediaType;
        }

        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }

        ExportFile open(OutputStream out) throws IOException {
            return switch (this) {
                case CSV -> new CsvFile(out);
                case XLSX -> new XlsxFile(out);
            };
        }
    }
}
