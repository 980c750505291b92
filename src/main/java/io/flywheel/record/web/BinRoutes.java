package io.flywheel.record.web;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Queries;
import io.flywheel.query.Titles;
import io.flywheel.record.write.Bin;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The recycle bin of an object: what was deleted, by whom and when, the latest first. */
@Component
final class BinRoutes implements RouteSource {
    private final Bin bin;
    private final Access access;
    private final Catalogs catalogs;
    private final Queries queries;
    private final ObjectMapper json;

    BinRoutes(Bin bin, Access access, Catalogs catalogs, Queries queries, ObjectMapper json) {
        this.bin = bin;
        this.access = access;
        this.catalogs = catalogs;
        this.queries = queries;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.get("/api/objects/{object}/bin", this::list);
    }

    private void list(Call call) throws IOException {
        Actor actor = call.actor();
        ObjectRights rights = access.on(actor, call.variable("object"));
        Catalog catalog = catalogs.of(actor.workspace());
        ObjectDefinition object = catalog.object(call.variable("object"))
                .orElseThrow(() -> new Problem.NotFound("record.no-such-object", Map.of()));
        List<Bin.Deleted> found =
                bin.of(actor.workspace(), catalog, object, rights.scope(Right.SEE), after(call.parameter("after")));
        Titles names = new Titles(queries, catalog, actor);
        found.forEach(deleted -> names.want(SystemObjects.MEMBER, deleted.by().toString()));
        boolean titled =
                object.role("title").filter(title -> rights.sees(title.name())).isPresent();
        ObjectNode answer = json.createObjectNode();
        ArrayNode records = answer.putArray("records");
        for (Bin.Deleted deleted : found.subList(0, Math.min(Bin.PAGE, found.size()))) {
            records.add(node(deleted, titled, names));
        }
        answer.put("next", found.size() > Bin.PAGE ? cursor(found.get(Bin.PAGE - 1)) : null);
        call.send(200, json.writeValueAsBytes(answer));
    }

    private ObjectNode node(Bin.Deleted deleted, boolean titled, Titles names) {
        ObjectNode node = json.createObjectNode()
                .put("id", deleted.id().toString())
                .put("title", titled ? deleted.title() : null)
                .put("version", deleted.version())
                .put("deletedAt", deleted.at().toInstant().toString());
        node.putObject("deletedBy")
                .put("id", deleted.by().toString())
                .put("title", names.of(SystemObjects.MEMBER, deleted.by().toString()));
        return node;
    }

    private static String cursor(Bin.Deleted last) {
        return last.at().toInstant() + "_" + last.id();
    }

    private static Bin.@Nullable Place after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split("_", 2);
        try {
            return new Bin.Place(OffsetDateTime.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Problem.Malformed("record.bin-cursor-malformed", Map.of("given", cursor));
        }
    }
}
