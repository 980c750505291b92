package io.flywheel.notify.live;

import io.flywheel.record.JobNews;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is sent to one reader in one go: only what he may know.
 *
 * @param unread entries of his inbox; null = as before
 * @param jobs his own, by id
 * @param missed anything may have happened
 * @param opening says that it is open, and how long to wait before coming again
 * @param end why nothing follows; null = more may follow
 */
record Signal(
        Collection<String> objects,
        Collection<String> talks,
        @Nullable Integer unread,
        Map<UUID, JobNews.Job> jobs,
        boolean missed,
        boolean opening,
        @Nullable String end) {
    /** A comment, so that proxies see that the line is alive. */
    static final Signal BEAT = new Signal(Set.of(), Set.of(), null, Map.of(), false, false, null);

    private static final JsonMapper JSON = JsonMapper.shared();

    static Signal hello(@Nullable Integer unread) {
        return new Signal(Set.of(), Set.of(), unread, Map.of(), false, true, null);
    }

    static Signal gap() {
        return new Signal(Set.of(), Set.of(), null, Map.of(), true, false, null);
    }

    /** @param why {@code replaced} by a newer stream of the same session, {@code ended} with it, {@code closing} server */
    static Signal ending(String why) {
        return new Signal(Set.of(), Set.of(), null, Map.of(), false, false, why);
    }

    boolean last() {
        return end != null;
    }

    Signal and(Signal later) {
        TreeSet<String> allObjects = new TreeSet<>(objects);
        allObjects.addAll(later.objects);
        TreeSet<String> allTalks = new TreeSet<>(talks);
        allTalks.addAll(later.talks);
        Map<UUID, JobNews.Job> allJobs = new HashMap<>(jobs);
        allJobs.putAll(later.jobs);
        return new Signal(
                allObjects,
                allTalks,
                later.unread == null ? unread : later.unread,
                allJobs,
                missed || later.missed,
                opening || later.opening,
                later.end == null ? end : later.end);
    }

    /** As the wire wants it. */
    String text() {
        StringBuilder text = new StringBuilder(64);
        if (opening) {
            text.append("retry: 3000\n");
            event(text, "open", JSON.createObjectNode());
        }
        if (!objects.isEmpty() || !talks.isEmpty()) {
            ObjectNode changed = JSON.createObjectNode();
            changed.set("objects", JSON.valueToTree(objects));
            changed.set("talks", JSON.valueToTree(talks));
            event(text, "changed", changed);
        }
        if (unread != null) {
            event(text, "inbox", JSON.createObjectNode().put("unread", unread));
        }
        jobs.values().forEach(job -> event(text, "job", JSON.valueToTree(job)));
        if (missed) {
            event(text, "missed", JSON.createObjectNode());
        }
        if (end != null) {
            event(text, "end", JSON.createObjectNode().put("why", end));
        }
        return text.isEmpty() ? ":\n\n" : text.toString();
    }

    private static void event(StringBuilder text, String name, ObjectNode data) {
        text.append("event: ").append(name).append("\ndata: ").append(JSON.writeValueAsString(data));
        text.append("\n\n");
    }
}
