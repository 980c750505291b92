package io.flywheel.record.conversation;

import io.flywheel.catalog.Catalogs;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Queries;
import io.flywheel.query.Titles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The conversation of a record, over HTTP. */
@Component
final class ConversationRoutes implements RouteSource {
    static final String ALL = "/api/objects/{object}/records/{id}/conversation";
    static final String ONE = ALL + "/{comment}";
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final Ground ground;
    private final Comments comments;
    private final Talk talk;
    private final Queries queries;
    private final Catalogs catalogs;
    private final ObjectMapper json;

    ConversationRoutes(
            Ground ground, Comments comments, Talk talk, Queries queries, Catalogs catalogs, ObjectMapper json) {
        this.ground = ground;
        this.comments = comments;
        this.talk = talk;
        this.queries = queries;
        this.catalogs = catalogs;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.get(ALL, this::read)
                .post(ALL, this::say)
                .patch(ONE, this::correct)
                .delete(ONE, this::withdraw);
    }

    private void read(Call call) throws IOException {
        call.knows("after", "limit", "of");
        Ground.Place place = ground.of(call);
        UUID after = id(call.parameter("after"), "after");
        int limit = limit(call.parameter("limit"));
        UUID of = id(call.parameter("of"), "of");
        ObjectNode answer = json.createObjectNode();
        if (of == null) {
            threads(place, after, limit, answer);
        } else {
            replies(place, of, after, limit, answer);
        }
        answer.put("mayWrite", place.mayWrite());
        call.send(200, json.writeValueAsBytes(answer));
    }

    private void threads(Ground.Place place, @Nullable UUID after, int limit, ObjectNode answer) {
        List<Comments.Thread> found =
                comments.threads(place.actor().workspace(), place.object().name(), place.record(), after, limit + 1);
        List<Comments.Thread> page = found.subList(0, Math.min(limit, found.size()));
        CommentNodes nodes = nodes(place.actor());
        nodes.want(page.stream()
                .flatMap(thread -> Stream.concat(Stream.of(thread.comment()), thread.replies().stream()))
                .toList());
        ArrayNode all = answer.putArray("comments");
        page.forEach(thread -> all.add(nodes.of(thread)));
        answer.put("next", found.size() > limit ? page.getLast().comment().id().toString() : null);
    }

    private void replies(Ground.Place place, UUID of, @Nullable UUID after, int limit, ObjectNode answer) {
        comment(place, of.toString());
        List<Comment> found = comments.replies(place.actor().workspace(), of, after, limit + 1);
        List<Comment> page = found.subList(0, Math.min(limit, found.size()));
        CommentNodes nodes = nodes(place.actor());
        nodes.want(page);
        ArrayNode all = answer.putArray("comments");
        page.forEach(reply -> all.add(nodes.of(reply)));
        answer.put("next", found.size() > limit ? page.getLast().id().toString() : null);
    }

    private void say(Call call) throws IOException {
        Ground.Place place = ground.toWrite(call);
        JsonNode body = body(call, "text", "parent");
        UUID parent = body.hasNonNull("parent") ? id(body.path("parent").asString(""), "parent") : null;
        answer(call, 201, place.actor(), talk.say(place.actor(), place.object(), place.record(), text(body), parent));
    }

    private void correct(Call call) throws IOException {
        Ground.Place place = ground.toWrite(call);
        Comment before = comment(place, call.variable("comment"));
        answer(call, 200, place.actor(), talk.correct(place.actor(), before, text(body(call, "text"))));
    }

    private void withdraw(Call call) {
        Ground.Place place = ground.of(call);
        talk.withdraw(place.actor(), comment(place, call.variable("comment")));
        call.sendNothing();
    }

    private Comment comment(Ground.Place place, String id) {
        return comments.find(
                        place.actor().workspace(),
                        place.object().name(),
                        place.record(),
                        Ground.id(id, "record.no-such-comment"))
                .orElseThrow(() -> new Problem.NotFound("record.no-such-comment", Map.of("id", id)));
    }

    private void answer(Call call, int status, Actor actor, Talk.Said said) throws IOException {
        CommentNodes nodes = nodes(actor);
        nodes.want(List.of(said.comment()));
        ObjectNode answer = json.createObjectNode();
        answer.set("comment", nodes.of(said.comment()));
        answer.set("blind", nodes.people(said.blind()));
        call.send(status, json.writeValueAsBytes(answer));
    }

    private CommentNodes nodes(Actor actor) {
        return new CommentNodes(json, new Titles(queries, catalogs.of(actor.workspace()), actor), actor.member());
    }

    private JsonNode body(Call call, String... known) throws IOException {
        JsonNode body = json.readTree(call.json());
        if (!body.isObject()) {
            throw new Problem.Malformed("record.body-no-object", Map.of());
        }
        Faults faults = new Faults();
        body.propertyNames().stream()
                .filter(name -> !Set.of(known).contains(name))
                .forEach(name -> faults.add(name, "record.comment-part-unknown", "name", name));
        faults.refuse();
        return body;
    }

    private static String text(JsonNode body) {
        if (!body.path("text").isString()) {
            throw new Problem.Invalid(Fault.of("text", "record.comment-empty"));
        }
        return body.path("text").asString();
    }

    private static @Nullable UUID id(@Nullable String text, String name) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid(Fault.of(name, "record.not-an-id"));
        }
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null || text.isBlank() ? USUAL : Integer.parseInt(text.strip());
            if (limit < 1 || limit > MOST) {
                throw new Problem.Invalid(Fault.of("limit", "query.limit-out-of-range", "most", MOST));
            }
            return limit;
        } catch (NumberFormatException e) {
            throw new Problem.Malformed("query.limit-no-number", Map.of("given", text));
        }
    }
}
