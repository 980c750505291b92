package io.flywheel.record.web;

import io.flywheel.access.Access;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Problem;
import io.flywheel.record.Batch;
import io.flywheel.record.Outcome;
import io.flywheel.record.write.Positions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code {above?, below?, values?}} puts a record between two others, maybe with a change of its fields: a card moved. */
@Component
final class PositionRoutes implements RouteSource {
    private static final Set<String> KNOWN = Set.of("above", "below", "values");

    private final Positions positions;
    private final Access access;
    private final Catalogs catalogs;
    private final ObjectMapper json;

    PositionRoutes(Positions positions, Access access, Catalogs catalogs, ObjectMapper json) {
        this.positions = positions;
        this.access = access;
        this.catalogs = catalogs;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.post("/api/objects/{object}/records/{id}/position", this::move);
    }

    private void move(Call call) throws IOException {
        access.on(call.actor(), call.variable("object"));
        ObjectDefinition object = catalogs.of(call.actor().workspace())
                .object(call.variable("object"))
                .orElseThrow(() -> new Problem.NotFound("record.no-such-object", Map.of()));
        JsonNode body;
        try (InputStream in = call.json()) {
            body = json.readTree(in);
        }
        if (!body.isObject() || !KNOWN.containsAll(body.propertyNames())) {
            throw new Problem.Malformed("record.position-body", Map.of());
        }
        Integer version = call.expectedVersion();
        UUID id = id(call.variable("id"));
        Positions.Wish wish =
                new Positions.Wish(id, version, neighbour(body.get("above")), neighbour(body.get("below")));
        Outcome.Written written = body.path("values") instanceof ObjectNode values && !values.isEmpty()
                ? positions.move(call.actor(), object, wish, change(call, object, values, id, version))
                : positions.move(call.actor(), object, wish);
        ObjectNode answer = json.createObjectNode().put("id", id.toString()).put("version", written.version());
        if (!written.warnings().isEmpty()) {
            answer.set(
                    "warnings", FaultNodes.of(written.warnings(), call.actor().language()));
        }
        call.etag(written.version());
        call.send(200, json.writeValueAsBytes(answer));
    }

    private Batch change(Call call, ObjectDefinition object, ObjectNode values, UUID id, @Nullable Integer version) {
        values.put("id", id.toString());
        if (version != null) {
            values.put("version", version);
        }
        return new RecordBody(object, name -> access.on(call.actor(), name))
                .changes(List.of(values), false)
                .getFirst();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("record.no-record-of-that-id", Map.of("id", text));
        }
    }

    private static @Nullable UUID neighbour(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            return UUID.fromString(node.asString());
        } catch (IllegalArgumentException e) {
            throw new Problem.Malformed("record.position-body", Map.of());
        }
    }
}
