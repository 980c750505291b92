package io.flywheel.identity.web;

import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Language;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what a request gave, and notes what is missing. */
final class Given {
    private Given() {}

    static String text(String path, @Nullable String value, Faults faults) {
        if (value == null || value.isBlank()) {
            faults.add(path, "identity.missing", "name", path);
            return "";
        }
        if (value.codePoints().anyMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF))) {
            faults.add(path, "identity.unreadable", "name", path);
            return "";
        }
        return value;
    }

    static Language language(String path, String tag, Faults faults) {
        return Arrays.stream(Language.values())
                .filter(language ->
                        language.tag().equalsIgnoreCase(tag) || language.name().equalsIgnoreCase(tag))
                .findFirst()
                .orElseGet(() -> {
                    faults.add(path, "identity.language-unknown", "given", tag);
                    return Language.ZH;
                });
    }
}
