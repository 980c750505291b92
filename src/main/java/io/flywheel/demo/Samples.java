package io.flywheel.demo;

import io.flywheel.catalog.Documents;
import io.flywheel.demo.company.Company;
import io.flywheel.demo.company.Settings;
import io.flywheel.demo.company.Story;
import io.flywheel.demo.company.Words;
import io.flywheel.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The packaged plan, words and record shapes of sample companies. */
final class Samples {
    /** A company of sixty reps and two years, and a small one that is there in seconds. */
    enum Size {
        FULL,
        SMALL;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private Samples() {}

    /** @param now in the workspace's zone: the story ends with it */
    static Company company(Size size, Language language, ZonedDateTime now, String director) {
        return company(document("plan"), size, language, now, director);
    }

    static Company company(JsonNode plan, Size size, Language language, ZonedDateTime now, String director) {
        Words words = new Words(document(language == Language.ZH ? "words.zh" : "words.en"));
        return Story.told(Settings.of(plan, size.key()), words, now, director);
    }

    /** One of {@code demo/*.yaml}. */
    static JsonNode document(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/demo/" + name + ".yaml"))) {
            return Documents.yaml(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
