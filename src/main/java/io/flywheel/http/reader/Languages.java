package io.flywheel.http.reader;

import io.flywheel.identity.Caller;
import io.flywheel.kernel.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of a request: the account's setting, then {@code Accept-Language}, then Chinese. */
public final class Languages {
    private static final int LONGEST_HEADER = 500;

    private Languages() {}

    public static Language of(HttpServletRequest request) {
        Caller caller = Callers.of(request);
        return caller == null
                ? asked(request.getHeader("Accept-Language"))
                : caller.actor().language();
    }

    /** The first asked-for language that the product speaks. */
    public static Language asked(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return Language.ZH;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            return ranges.stream()
                    .map(Locale.LanguageRange::getRange)
                    .filter(range -> range.startsWith("zh") || range.startsWith("en"))
                    .findFirst()
                    .map(Language::of)
                    .orElse(ranges.getFirst().getRange().equals("*") ? Language.ZH : Language.EN);
        } catch (IllegalArgumentException malformed) {
            return Language.ZH;
        }
    }
}
