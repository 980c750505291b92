package io.flywheel.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of faults and problems: {@code texts/<module>.<language>.properties}, found by the code's first part,
 * so that a module brings its own words and nothing central is edited.
 */
public final class Texts {
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z0-9]+)}");
    private static final Map<String, Properties> LOADED = new ConcurrentHashMap<>();

    private Texts() {}

    /** The words of {@code code}, its {@code {names}} filled in; the code itself when it has no words. */
    public static String text(Language language, String code, Map<String, Object> arguments) {
        String pattern = words(language, code).getProperty(code, code);
        return NAME.matcher(pattern)
                .replaceAll(match -> Matcher.quoteReplacement(shown(language, arguments.get(match.group(1)))));
    }

    /** Whether {@code code} has words in {@code language}. */
    public static boolean has(Language language, String code) {
        return words(language, code).containsKey(code);
    }

    private static String shown(Language language, @org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Label label -> label.in(language);
            default -> value.toString();
        };
    }

    private static Properties words(Language language, String code) {
        String module = code.substring(0, Math.max(0, code.indexOf('.')));
        return LOADED.computeIfAbsent(
                "texts/" + module + "." + (language == Language.ZH ? "zh" : "en") + ".properties", Texts::load);
    }

    private static Properties load(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
