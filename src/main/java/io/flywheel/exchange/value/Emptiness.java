package io.flywheel.exchange.value;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What people and other systems write when they mean nothing. In a text field such a word may be meant: only "" is empty. */
public record Emptiness(Set<String> words) {
    private static final List<String> USUAL = List.of(
            "-",
            "--",
            "—",
            "/",
            "\\",
            "n/a",
            "#n/a",
            "na",
            "null",
            "none",
            "nil",
            "select",
            "unknown",
            "(空)",
            "空",
            "无",
            "未知",
            "请选择",
            "(blank)",
            "undefined");

    public static final Emptiness NOTHING = of(List.of());
    public static final Emptiness ORDINARY = of(USUAL);

    public static Emptiness of(Collection<String> words) {
        return new Emptiness(words.stream().map(Normal::caseless).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean is(String text) {
        return text.isEmpty() || (!words.isEmpty() && text.length() < 30 && words.contains(Normal.caseless(text)));
    }
}
