package io.flywheel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.http.reader.Languages;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MannersTest {
    @Test
    void readsAVersionFromAnEntityTag() {
        assertThat(Etag.of(7)).isEqualTo("\"7\"");
        assertThat(Etag.expected("\"7\"")).isEqualTo(7);
        assertThat(Etag.expected(" W/\"12\" ")).isEqualTo(12);
        assertThat(Etag.expected("*")).isNull();
        assertThat(Etag.expected(null)).isNull();
        for (String malformed : new String[] {"7", "\"seven\"", "\"7\", \"8\"", "\"99999999999\"", ""}) {
            assertThatThrownBy(() -> Etag.expected(malformed)).isInstanceOf(Problem.Malformed.class);
        }
    }

    @Test
    void choosesTheFirstLanguageItSpeaks() {
        assertThat(Languages.asked(null)).isEqualTo(Language.ZH);
        assertThat(Languages.asked("*")).isEqualTo(Language.ZH);
        assertThat(Languages.asked("en-US,zh;q=0.5")).isEqualTo(Language.EN);
        assertThat(Languages.asked("en;q=0.3,zh-TW;q=0.9")).isEqualTo(Language.ZH);
        assertThat(Languages.asked("fr-FR")).isEqualTo(Language.EN);
        assertThat(Languages.asked(";;;=")).isEqualTo(Language.ZH);
    }

    @Test
    void hasTheSameWordsInBothLanguages() throws IOException {
        for (String module : new String[] {"http", "identity"}) {
            assertThat(words(module, "zh").keySet())
                    .isEqualTo(words(module, "en").keySet());
        }
        assertThat(Texts.has(Language.ZH, "http.incident")).isTrue();
    }

    private static Properties words(String module, String language) throws IOException {
        Properties words = new Properties();
        String name = "/texts/" + module + "." + language + ".properties";
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(MannersTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
