package io.flywheel.record.conversation;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Members in a text: by id, since two may have one name and a name may change. */
final class Mentions {
    /** Each is asked for whether he may see the record, so there is an end to it. */
    static final int MOST = 50;

    private static final Pattern MENTION =
            Pattern.compile("<@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})>");

    private Mentions() {}

    /** In the order of the text, each once. */
    static Set<UUID> in(String text) {
        Set<UUID> found = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            found.add(UUID.fromString(matcher.group(1)));
        }
        return found;
    }
}
