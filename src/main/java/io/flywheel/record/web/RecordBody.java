package io.flywheel.record.web;

import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.record.Batch;
import io.flywheel.record.value.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records of a JSON body as batches: rows that give the same fields go together, lines after their record. */
final class RecordBody {
    /** For bodies that bring no lines along. */
    static final Catalog NO_LINES = new Catalog(0, Map.of());

    private static final Set<String> OF_THE_ROW = Set.of("id", "version");

    private final ObjectDefinition object;
    private final Function<String, ObjectRights> access;
    private final ObjectRights rights;
    private final Faults faults;
    private final List<String> places;

    /** @param access the reader's rights by object; a field that may not be seen is read like one that is not there */
    RecordBody(ObjectDefinition object, Function<String, ObjectRights> access) {
        this(object, access, new Faults(), List.of());
    }

    /** @param places where the records stand in the whole body, if they are lines */
    private RecordBody(
            ObjectDefinition object, Function<String, ObjectRights> access, Faults faults, List<String> places) {
        this.object = object;
        this.access = access;
        this.rights = access.apply(object.name());
        this.faults = faults;
        this.places = places;
    }

    private List<String> places(int records) {
        return !places.isEmpty() || records < 2
                ? places
                : IntStream.range(0, records).mapToObj(i -> "[" + i + "]").toList();
    }

    /** Existing records, each with its {@code id} and, if it matters, the {@code version} that was seen. */
    List<Batch> changes(List<JsonNode> nodes, boolean skip) {
        List<String> whole = places(nodes.size());
        Map<List<String>, List<Batch.Row>> rows = new LinkedHashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            List<String> fields = names(node).stream()
                    .filter(name -> !OF_THE_ROW.contains(name))
                    .sorted()
                    .toList();
            Batch.Row row = row(i, whole, fields, node);
            String outer = nodes.size() > 1 ? "[" + i + "]." : "";
            UUID id = row.id();
            if (id == null && !node.hasNonNull("id")) {
                faults.add(outer + "id", "record.id-missing");
            } else if (id != null && !seen.add(id)) {
                faults.add(outer + "id", "record.given-twice");
            }
            rows.computeIfAbsent(fields, ignored -> new ArrayList<>()).add(row);
        }
        faults.refuse();
        List<Batch> batches = new ArrayList<>();
        rows.forEach((fields, all) ->
                batches.add(new Batch(object.name(), Batch.Operation.CHANGE, fields, all, skip, null, whole)));
        return batches;
    }

    /**
     * New records, and the lines they bring along as further batches; a field that one row gives and another does not
     * is empty there, so that its default applies.
     */
    List<Batch> creations(List<JsonNode> nodes, boolean skip, Catalog catalog) {
        List<Batch> batches = read(nodes, skip, catalog);
        faults.refuse();
        return batches;
    }

    private List<Batch> read(List<JsonNode> nodes, boolean skip, Catalog catalog) {
        List<String> whole = places(nodes.size());
        for (int i = 0; i < places.size(); i++) {
            unknown(places.get(i), nodes.get(i));
        }
        List<@Nullable UUID> ids = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>();
        nodes.forEach(node -> fields.addAll(names(node)));
        List<String> lines = fields.stream().filter(this::isLines).toList();
        lines.forEach(fields::remove);
        fields.remove("id");
        List<String> given = List.copyOf(fields);
        List<Batch.Row> rows = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Batch.Row row = row(i, whole, given, nodes.get(i));
            UUID id = row.id() == null && !lines.isEmpty() ? Ids.next() : row.id();
            ids.add(id);
            rows.add(new Batch.Row(i, id, null, row.values()));
        }
        List<Batch> batches = new ArrayList<>();
        batches.add(new Batch(object.name(), Batch.Operation.CREATE, given, rows, skip, null, whole));
        lines.forEach(name -> batches.addAll(lines(name, nodes, ids, catalog)));
        return batches;
    }

    private List<Batch> lines(String name, List<JsonNode> nodes, List<@Nullable UUID> parents, Catalog catalog) {
        FieldType.Lines lines = (FieldType.Lines)
                Objects.requireNonNull(object.fields().get(name)).type();
        ObjectDefinition child = Objects.requireNonNull(catalog.objects().get(lines.object()));
        List<String> whole = places(nodes.size());
        List<JsonNode> rows = new ArrayList<>();
        List<String> within = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode given = nodes.get(i).path(name);
            String place = whole.isEmpty() ? name : whole.get(i) + "." + name;
            if (!given.isArray() && !given.isMissingNode() && !given.isNull()) {
                faults.add(
                        place,
                        "record.wrong-type-lines",
                        "field",
                        Objects.requireNonNull(object.fields().get(name)).label());
            }
            for (int line = 0; given.isArray() && line < given.size(); line++) {
                if (!given.get(line).isObject()) {
                    throw new Problem.Malformed("record.body-no-object", Map.of());
                }
                within.add(place + "[" + line + "]");
                rows.add(((ObjectNode) given.get(line).deepCopy()).put(lines.via(), String.valueOf(parents.get(i))));
            }
        }
        return rows.isEmpty() ? List.of() : new RecordBody(child, access, faults, within).read(rows, false, catalog);
    }

    /** Fields of a line that there are not; those of a record are found by the write. */
    private void unknown(String place, JsonNode line) {
        List<String> known =
                object.fields().keySet().stream().filter(rights::sees).toList();
        for (String name : names(line)) {
            if (!known.contains(name) && !OF_THE_ROW.contains(name)) {
                String near = Nearest.to(name, known).orElse("");
                faults.add(new Fault(
                        place + "." + name,
                        near.isEmpty() ? "record.unknown-field" : "record.unknown-field-near",
                        Map.of("field", name, "object", object.label(), "nearest", near)));
            }
        }
    }

    private boolean isLines(String name) {
        return object.field(name)
                .filter(field -> rights.sees(name))
                .filter(field -> field.type() instanceof FieldType.Lines)
                .isPresent();
    }

    private Batch.Row row(int number, List<String> whole, List<String> fields, JsonNode node) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        String outer = whole.isEmpty() ? "" : whole.get(number);
        Consumer<Fault> add = fault -> faults.add(outer.isEmpty() ? fault : fault.within(outer));
        for (int i = 0; i < values.length; i++) {
            FieldDefinition field = object.fields().get(fields.get(i));
            values[i] = field == null || !rights.sees(field.name())
                    ? null
                    : JsonValue.read(field, node.get(fields.get(i)), add);
        }
        return new Batch.Row(number, id(node, add), version(node, add), values);
    }

    private static @Nullable UUID id(JsonNode node, Consumer<Fault> faults) {
        JsonNode id = node.get("id");
        if (id == null || id.isNull()) {
            return null;
        }
        try {
            return id.isString() ? UUID.fromString(id.stringValue()) : notAnId(faults);
        } catch (IllegalArgumentException e) {
            return notAnId(faults);
        }
    }

    private static @Nullable UUID notAnId(Consumer<Fault> faults) {
        faults.accept(Fault.of("id", "record.not-an-id"));
        return null;
    }

    private static @Nullable Integer version(JsonNode node, Consumer<Fault> faults) {
        JsonNode version = node.get("version");
        if (version == null || version.isNull()) {
            return null;
        }
        if (!version.isInt()) {
            faults.accept(Fault.of("version", "record.not-a-version"));
            return null;
        }
        return version.intValue();
    }

    private static List<String> names(JsonNode node) {
        if (!node.isObject()) {
            throw new Problem.Malformed("record.body-no-object", Map.of());
        }
        return List.copyOf(node.propertyNames());
    }
}
