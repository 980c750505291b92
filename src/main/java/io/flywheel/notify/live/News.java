package io.flywheel.notify.live;

import io.flywheel.record.JobNews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has happened in a workspace, as nodes tell each other.
 *
 * @param objects of which records changed
 * @param talks objects of which a record's conversation changed
 * @param inbox members whose inbox changed
 * @param jobs by the member who waits for them
 * @param missed anything may have happened, unheard
 */
record News(Set<String> objects, Set<String> talks, Set<UUID> inbox, Map<UUID, Set<JobNews.Job>> jobs, boolean missed) {
    static final News NONE = new News(Set.of(), Set.of(), Set.of(), Map.of(), false);
    static final News MISSED = new News(Set.of(), Set.of(), Set.of(), Map.of(), true);
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Names have at most 63 bytes and members 39, so that a piece stays below the 8000 bytes of a notification. */
    private static final int PIECE = 100;

    static News ofObjects(Set<String> objects) {
        return new News(objects, Set.of(), Set.of(), Map.of(), false);
    }

    static News ofTalk(String object) {
        return new News(Set.of(), Set.of(object), Set.of(), Map.of(), false);
    }

    static News ofInbox(Set<UUID> members) {
        return new News(Set.of(), Set.of(), members, Map.of(), false);
    }

    static News ofJob(UUID member, JobNews.Job job) {
        return new News(Set.of(), Set.of(), Set.of(), Map.of(member, Set.of(job)), false);
    }

    boolean isNothing() {
        return equals(NONE);
    }

    /** Both; of one job the later. */
    News and(News later) {
        Map<UUID, Set<JobNews.Job>> all = new HashMap<>(jobs);
        later.jobs.forEach((member, more) -> all.merge(member, more, News::latest));
        return new News(
                union(objects, later.objects),
                union(talks, later.talks),
                union(inbox, later.inbox),
                all,
                missed || later.missed);
    }

    private static Set<JobNews.Job> latest(Set<JobNews.Job> before, Set<JobNews.Job> later) {
        Map<UUID, JobNews.Job> jobs = new HashMap<>();
        before.forEach(job -> jobs.put(job.id(), job));
        later.forEach(job -> jobs.put(job.id(), job));
        return Set.copyOf(jobs.values());
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** As texts short enough for a notification each. */
    List<String> payloads(UUID workspace) {
        List<String> payloads = new ArrayList<>();
        pieces(objects).forEach(piece -> payloads.add(text(workspace, "objects", piece)));
        pieces(talks).forEach(piece -> payloads.add(text(workspace, "talks", piece)));
        pieces(inbox).forEach(piece -> payloads.add(text(workspace, "inbox", piece)));
        jobs.forEach((member, all) -> all.forEach(job -> payloads.add(text(workspace, member, job))));
        return payloads;
    }

    private static <T> List<List<T>> pieces(Set<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < list.size(); from += PIECE) {
            pieces.add(list.subList(from, Math.min(from + PIECE, list.size())));
        }
        return pieces;
    }

    private static String text(UUID workspace, String part, List<?> names) {
        ObjectNode node = JSON.createObjectNode().put("workspace", workspace.toString());
        names.forEach(name -> node.withArray("/" + part).add(name.toString()));
        return JSON.writeValueAsString(node);
    }

    private static String text(UUID workspace, UUID member, JobNews.Job job) {
        ObjectNode node = JSON.createObjectNode().put("workspace", workspace.toString());
        node.put("member", member.toString()).set("job", JSON.valueToTree(job));
        return JSON.writeValueAsString(node);
    }

    /** What a payload says, and of which workspace. */
    record Heard(UUID workspace, News news) {}

    static Heard read(String payload) {
        JsonNode node = JSON.readTree(payload);
        Map<UUID, Set<JobNews.Job>> jobs = node.has("job")
                ? Map.of(
                        UUID.fromString(node.path("member").asString()),
                        Set.of(JSON.treeToValue(node.path("job"), JobNews.Job.class)))
                : Map.of();
        Set<UUID> inbox = new HashSet<>();
        texts(node.path("inbox")).forEach(member -> inbox.add(UUID.fromString(member)));
        News news = new News(texts(node.path("objects")), texts(node.path("talks")), inbox, jobs, false);
        return new Heard(UUID.fromString(node.path("workspace").asString()), news);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
