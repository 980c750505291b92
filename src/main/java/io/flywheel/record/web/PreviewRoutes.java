package io.flywheel.record.web;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.record.Batch;
import io.flywheel.record.write.Previews;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code {id?, values}} of a form as it stands → computed values, which fields show, are required or fixed, and what
 * would be said if it were saved. Nothing is written.
 */
@Component
final class PreviewRoutes implements RouteSource {
    private final Previews previews;
    private final Access access;
    private final Catalogs catalogs;
    private final ObjectMapper json;

    PreviewRoutes(Previews previews, Access access, Catalogs catalogs, ObjectMapper json) {
        this.previews = previews;
        this.access = access;
        this.catalogs = catalogs;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.post("/api/objects/{object}/preview", this::preview);
    }

    private void preview(Call call) throws IOException {
        Actor actor = call.actor();
        ObjectRights rights = access.on(actor, call.variable("object"));
        ObjectDefinition object = catalogs.of(actor.workspace())
                .object(call.variable("object"))
                .orElseThrow(() -> new Problem.NotFound("record.no-such-object", Map.of()));
        JsonNode body;
        try (InputStream in = call.json()) {
            body = json.readTree(in);
        }
        if (!(body.path("values") instanceof ObjectNode values)) {
            throw new Problem.Malformed("record.preview-without-values", Map.of());
        }
        call.send(
                200,
                json.writeValueAsBytes(answer(previews.of(actor, batch(actor, object, body, values)), rights, actor)));
    }

    private Batch batch(Actor actor, ObjectDefinition object, JsonNode body, ObjectNode values) {
        RecordBody reader = new RecordBody(object, name -> access.on(actor, name));
        values.remove(object.fields().values().stream()
                .filter(field -> field.type() instanceof FieldType.Lines)
                .map(FieldDefinition::name)
                .toList());
        if (!body.path("id").isString()) {
            return reader.creations(List.of(values), false, RecordBody.NO_LINES).getFirst();
        }
        values.set("id", body.get("id"));
        return reader.changes(List.of(values), false).getFirst();
    }

    private ObjectNode answer(Previews.Preview preview, ObjectRights rights, Actor actor) {
        ObjectNode node = json.createObjectNode();
        node.set("values", seen(preview.values(), rights));
        node.set("visible", seen(preview.visible(), rights));
        node.set("required", seen(preview.required(), rights));
        node.set("readOnly", seen(preview.readOnly(), rights));
        node.set("faults", FaultNodes.of(preview.faults(), actor.language()));
        node.set("warnings", FaultNodes.of(preview.warnings(), actor.language()));
        return node;
    }

    private ObjectNode seen(String object, ObjectRights rights) {
        ObjectNode node = (ObjectNode) json.readTree(object);
        node.propertyNames().stream()
                .filter(name -> !rights.sees(name))
                .toList()
                .forEach(node::remove);
        return node;
    }
}
