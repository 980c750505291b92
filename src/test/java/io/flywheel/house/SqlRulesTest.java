package io.flywheel.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What would break where a schema is moved to another node of a cluster, or would hide work in the database. */
class SqlRulesTest {
    private static final List<Pattern> EVERYWHERE = Stream.of(
                    "create\\s+(or\\s+replace\\s+)?(constraint\\s+)?trigger",
                    "create\\s+(or\\s+replace\\s+)?rule\\b",
                    "create\\s+(or\\s+replace\\s+)?(function|procedure)",
                    "\\bmerge\\s+into\\b",
                    "\\bdo\\s+\\$",
                    "on\\s+delete\\s+set\\s+null",
                    "set\\s+(session\\s+)?search_path",
                    "get\\s+stacked\\s+diagnostics")
            .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE))
            .toList();

    private static final List<Pattern> IN_WORKSPACES = Stream.of(
                    "\\b(small|big)?serial\\b", "generated\\s+(always|by\\s+default)\\s+as\\s+identity",
                    "references\\s+\"?\\w+\"?\\.", "\\bflywheel\\.")
            .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE))
            .toList();

    @Test
    void migrationsKeepToWhatEveryClusterCanDo() {
        assertThat(Sources.files(Path.of("src/main/resources/db"), ".sql").stream()
                        .flatMap(file -> broken(file.toString(), Sources.text(file), EVERYWHERE)))
                .isEmpty();
    }

    @Test
    void aWorkspaceStandsAlone() {
        assertThat(Sources.files(Path.of("src/main/resources/db/workspace"), ".sql").stream()
                        .flatMap(file -> broken(file.toString(), Sources.text(file), IN_WORKSPACES)))
                .isEmpty();
    }

    @Test
    void statementsInJavaKeepToItToo() {
        assertThat(Literals.in(Sources.MAIN).stream()
                        .flatMap(literal -> broken(literal.file(), literal.text(), EVERYWHERE)))
                .isEmpty();
    }

    private static Stream<String> broken(String where, String text, List<Pattern> rules) {
        String bare = text.replaceAll("--[^\n]*", "");
        return rules.stream()
                .filter(rule -> rule.matcher(bare).find())
                .map(rule -> where + " uses what is forbidden: " + rule);
    }
}
