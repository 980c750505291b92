package io.flywheel.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.kernel.Language;
import io.flywheel.kernel.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path FOLDER = Path.of("src/main/resources/texts");
    private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z0-9]+}");
    private static final Pattern TOO_CLOSE = Pattern.compile("\\p{IsHan}[A-Za-z0-9]|[A-Za-z0-9]\\p{IsHan}");

    @Test
    void bothLanguagesSayTheSameThingsAndNameTheSameParts() {
        modules().forEach(module -> assertThat(places(module, "zh")).as(module).isEqualTo(places(module, "en")));
    }

    @Test
    void everyFaultAndProblemHasWords() {
        Pattern code = Pattern.compile("(" + String.join("|", packages()) + ")\\.[a-z]+(-[a-z]+)*");
        Set<String> wordless = Literals.in(Sources.MAIN).stream()
                .map(Literals::text)
                .filter(text -> code.matcher(text).matches())
                .filter(text -> !Texts.has(Language.ZH, text) || !Texts.has(Language.EN, text))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wordless).isEmpty();
    }

    @Test
    void chineseIsSetAsItShouldBe() {
        modules()
                .forEach(module -> words(module, "zh").forEach((code, text) -> {
                    assertThat(text).as(code).doesNotContain("！", "您", "!");
                    assertThat(TOO_CLOSE
                                    .matcher(PLACE.matcher(text).replaceAll("，"))
                                    .find())
                            .as("%s lacks a space between Chinese and Latin or a number: %s", code, text)
                            .isFalse();
                }));
    }

    @Test
    void englishIsPlain() {
        modules()
                .forEach(module -> words(module, "en")
                        .forEach((code, text) ->
                                assertThat(text).as(code).doesNotContain("!").doesNotContainIgnoringCase("please")));
    }

    private static List<String> modules() {
        return Sources.files(FOLDER, ".zh.properties").stream()
                .map(file -> file.getFileName().toString().replace(".zh.properties", ""))
                .toList();
    }

    private static Set<String> packages() {
        try (Stream<Path> all = Files.list(Path.of("src/main/java/io/flywheel"))) {
            return all.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> places(String module, String language) {
        Map<String, Set<String>> places = new TreeMap<>();
        words(module, language)
                .forEach((code, text) -> places.put(
                        code,
                        PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet())));
        return places;
    }

    private static Map<String, String> words(String module, String language) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve(module + "." + language + ".properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((code, text) -> words.put(code.toString(), text.toString()));
        return words;
    }
}
