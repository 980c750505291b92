package io.flywheel.files.picture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;

/** What a file is by its first bytes; the name only tells apart what these leave open, such as kinds of zip. */
public final class MediaTypes {
    private static final Tika TIKA = new Tika();

    private static final Set<String> SHOWN = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "application/pdf",
            "text/plain",
            "text/csv",
            "text/tab-separated-values");

    private MediaTypes() {}

    public static String of(Path file, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return TIKA.detect(in, name);
        }
    }

    /** Whether a browser may show it in place: nothing in it can run. */
    public static boolean isShown(String type) {
        return SHOWN.contains(type);
    }

    /** Whether people can read it as it is; markup and scripts too, as the text that they are. */
    public static boolean isText(String type) {
        return type.startsWith("text/")
                || Set.of("application/json", "application/xml", "application/javascript", "application/x-yaml")
                        .contains(type);
    }

    /** How it is labelled when it is sent: what could run goes as mere bytes. */
    public static String sent(String type) {
        return isShown(type) ? type : "application/octet-stream";
    }
}
