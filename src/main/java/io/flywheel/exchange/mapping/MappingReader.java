package io.flywheel.exchange.mapping;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.exchange.file.Columns;
import io.flywheel.exchange.value.DayOrder;
import io.flywheel.exchange.value.Normal;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Formula;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a mapping: {@code {"close_value": "amount", "deal_stage": {"field": "stage", "values": {"Won": "won"}},
 * "quarter": {"field": "period", "expression": "…"}, "any": {"field": "source", "value": "import"}, "ignored": null}}.
 * Columns that it does not name are guessed, unless it says {@code "*": null}.
 */
public final class MappingReader {
    private final ObjectDefinition object;
    private final Columns columns;
    private final ColumnNames names;
    private final Set<String> creating;
    private final Faults faults = new Faults();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Set<Integer> mentioned = new HashSet<>();

    /** @param creating reference fields whose missing targets are created unless the mapping says otherwise */
    public MappingReader(ObjectDefinition object, Columns columns, Set<String> creating) {
        this.object = object;
        this.columns = columns;
        this.names = new ColumnNames(columns);
        this.creating = creating;
    }

    /** @throws Problem.Invalid with every fault of the mapping, paths {@code mapping.<column>} */
    public Mapping read(@Nullable JsonNode document) {
        boolean guesses = true;
        if (document != null && !document.isNull()) {
            if (!document.isObject()) {
                throw new Problem.Invalid(Fault.of("mapping", "exchange.mapping-shape"));
            }
            guesses = !document.has("*");
            document.properties().stream()
                    .filter(entry -> !entry.getKey().equals("*"))
                    .forEach(entry -> take(entry.getKey(), entry.getValue()));
        }
        if (guesses) {
            guess();
        }
        faults.refuse();
        if (targets.isEmpty()) {
            throw new Problem.Invalid(
                    Fault.of("mapping", "exchange.mapping-empty", "columns", String.join(", ", columns.names())));
        }
        return new Mapping(new ArrayList<>(targets.values()));
    }

    private void guess() {
        new Guess(object).of(columns).forEach((column, field) -> {
            if (!mentioned.contains(column) && !targets.containsKey(field.name())) {
                put("mapping", Target.plain(field, new Target.Source.Column(column)));
            }
        });
    }

    private void take(String column, JsonNode to) {
        String path = "mapping." + column;
        OptionalInt index = columns.find(column);
        index.ifPresent(mentioned::add);
        if (to.isArray()) {
            to.forEach(one -> takeOne(path, column, index, one));
        } else if (!to.isNull()) {
            takeOne(path, column, index, to);
        }
    }

    private void takeOne(String path, String column, OptionalInt index, JsonNode to) {
        JsonNode name = to.isString() ? to : to.path("field");
        if (!name.isString()) {
            faults.add(path, "exchange.mapping-shape");
            return;
        }
        Optional<FieldDefinition> field = field(path, name.asString());
        Target.Source source = source(path, column, index, to);
        if (field.isPresent() && source != null) {
            put(path, target(path, field.get(), source, to));
        }
    }

    private void put(String path, Target target) {
        boolean creates = creating.contains(target.field().name());
        Target complete = creates && !target.create() ? creating(target) : target;
        if (targets.putIfAbsent(target.field().name(), complete) != null) {
            faults.add(path, "exchange.mapping-twice", "field", target.field().label());
        }
    }

    private static Target creating(Target target) {
        return new Target(
                target.field(),
                target.source(),
                target.values(),
                target.by(),
                true,
                target.fuzzy(),
                target.optional(),
                target.empty(),
                target.dates());
    }

    private Optional<FieldDefinition> field(String path, String name) {
        Optional<FieldDefinition> field = object.field(name);
        if (field.isEmpty()) {
            String near = Nearest.to(name, object.fields().keySet()).orElse("");
            faults.add(Fault.of(
                    path,
                    near.isEmpty() ? "exchange.mapping-field" : "exchange.mapping-field-near",
                    "field",
                    name,
                    "near",
                    near));
        } else if (!Guess.isGiven(field.get()) && !name.equals("id")) {
            faults.add(path, "exchange.field-not-given", "field", field.get().label());
        }
        return field.filter(found -> Guess.isGiven(found) || name.equals("id"));
    }

    private Target.@Nullable Source source(String path, String column, OptionalInt index, JsonNode to) {
        if (to.has("expression")) {
            try {
                Checked checked = Formula.check(to.path("expression").asString(), names);
                return new Target.Source.Computed(checked);
            } catch (Problem.Invalid invalid) {
                faults.addAll(path + ".expression", invalid.faults());
                return null;
            }
        }
        if (to.has("value")) {
            return new Target.Source.Constant(to.path("value").asString());
        }
        if (index.isEmpty()) {
            faults.add(Fault.of(
                    path, "exchange.mapping-column", "column", column, "columns", String.join(", ", columns.names())));
            return null;
        }
        return new Target.Source.Column(index.getAsInt());
    }

    private Target target(String path, FieldDefinition field, Target.Source source, JsonNode to) {
        boolean refers = field.type() instanceof FieldType.Referring;
        boolean forReferences = to.has("by") || to.has("create") || to.has("fuzzy") || to.has("optional");
        if (forReferences && !refers) {
            faults.add(path, "exchange.mapping-no-reference", "field", field.label());
        }
        return new Target(
                field,
                source,
                values(to.path("values")),
                to.has("by") ? to.path("by").asString() : null,
                to.path("create").asBoolean(false),
                to.path("fuzzy").asBoolean(false),
                to.path("optional").asBoolean(false),
                to.has("empty") ? texts(to.path("empty")) : null,
                order(path, to));
    }

    private @Nullable DayOrder order(String path, JsonNode to) {
        if (!to.has("dates")) {
            return null;
        }
        return switch (to.path("dates").asString()) {
            case "dayFirst" -> DayOrder.DAY_FIRST;
            case "monthFirst" -> DayOrder.MONTH_FIRST;
            default -> {
                faults.add(path + ".dates", "exchange.mapping-dates");
                yield null;
            }
        };
    }

    private static Map<String, String> values(JsonNode table) {
        Map<String, String> values = new HashMap<>();
        table.properties()
                .forEach(entry -> values.put(
                        Normal.caseless(entry.getKey()),
                        entry.getValue().isNull() ? "" : entry.getValue().asString()));
        return values;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
