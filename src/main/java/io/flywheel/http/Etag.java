package io.flywheel.http;

import io.flywheel.kernel.Problem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record's version as an entity tag: version 7 is {@code "7"}. */
public final class Etag {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private Etag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version an {@code If-Match} header expects; a weak tag counts as well, since proxies weaken tags.
     *
     * @return null without the header, or for {@code *}: any version
     * @throws Problem.Malformed if it is anything else than one version
     */
    public static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new Problem.Malformed("http.if-match-malformed", Map.of("given", ifMatch));
        }
        return Integer.valueOf(matcher.group(1));
    }
}
