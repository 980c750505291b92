package io.flywheel.record.plan;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.SystemFields;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.formula.Checked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * New records in one statement: given → defaults → computed → checked → inserted, logged, appended.
 *
 * <pre>
 * g given rows → o nothing (old values) → created → n1, n2 … → chk → ins → log, append… → answer
 * </pre>
 */
final class CreatePlan {
    private static final String SYSTEM_VALUES =
            "g.id_ as id, 1 as version, now() as created_at, g.actor_ as created_by, now() as updated_at,"
                    + " g.actor_ as updated_by";

    private final RowShape shape;
    private final Pieces pieces;
    private final Function<String, RowScope> sight;
    private final List<FieldDefinition> fields;
    private final Map<String, Checked> computed = new LinkedHashMap<>();

    CreatePlan(RowShape shape, Pieces pieces, Function<String, RowScope> sight, List<FieldDefinition> fields) {
        this.shape = shape;
        this.pieces = pieces;
        this.sight = sight;
        this.fields = fields;
        computed.putAll(pieces.assignments());
        computed.putAll(shape.formulas);
    }

    WritePlan plan(boolean many) {
        List<Check> checks = new Checks(shape, sight, null).all(pieces.gates());
        List<Edge> edges = Edge.of(shape);
        SqlText text = new SqlText().add("with ").add(Given.rows(fields, many));
        String last = draft(text);
        text.add(", chk as (select n.*, ")
                .add(Pieces.verdicts(checks))
                .add(", ")
                .add(pieces.watched(Set.of(), true))
                .add(" as watch_ from " + last + " n cross join o)");
        text.add(inserted());
        String written = "chk n join ins w on w.id = n.id_ cross join o";
        text.add(Pieces.log(shape, 'c', Pieces.object(logged(), name -> "n." + name), "n.watch_", written));
        pieces.appends(text, written, Set.of(), true, many);
        new LedgerLegs(shape, many).add(text, written);
        text.add(" select n.number_, n.id_, 0, w.version, false, n.bad_, n.warn_")
                .add(Pieces.edges(shape, edges, false, true))
                .add(" from chk n left join ins w on w.id = n.id_");
        return new WritePlan(
                shape.object.name(),
                fields,
                text.statement(),
                checks.stream().map(Check::fault).toList(),
                edges,
                Clash.of(shape, fields, many),
                Optional.empty());
    }

    /** Adds the new rows with all that is computed; @return the relation that holds them as {@code n}. */
    String draft(SqlText text) {
        text.add(old()).add(created());
        return pieces.layers(text, "created", computed);
    }

    /** On a new record everything that was is null. */
    private SqlText old() {
        SqlText text = new SqlText().add(", o as (select null::uuid as id, null::int4 as version");
        for (FieldDefinition field : shape.object.fields().values()) {
            if (shape.stored(field)
                    && !field.name().equals("id")
                    && !field.name().equals("version")) {
                text.add(", null::" + ColumnType.sql(field.type()) + " as " + SqlText.name(field.name()));
            }
        }
        return text.add(")");
    }

    private SqlText created() {
        SqlText text = new SqlText()
                .add(", created as (select g.number_, g.id_, g.event_, g.actor_, g.cause_, ")
                .add(SYSTEM_VALUES);
        for (FieldDefinition field : shape.object.fields().values()) {
            if (!SystemFields.has(field.name()) && shape.stored(field) && !computed.containsKey(field.name())) {
                text.add(", ").add(value(field)).add(" as " + SqlText.name(field.name()));
            }
        }
        return text.add(" from g)");
    }

    /** As given, else its default; sums and counts begin at nought. */
    private SqlText value(FieldDefinition field) {
        String name = SqlText.name(field.name());
        boolean given = fields.contains(field);
        if (field.type() instanceof FieldType.RollUp rollUp) {
            return new SqlText()
                    .add(
                            switch (rollUp.function()) {
                                case SUM, COUNT -> "0::numeric";
                                case MIN, MAX -> "null::" + ColumnType.sql(field.type());
                            });
        }
        if (field.defaultValue() == null) {
            return new SqlText().add(given ? "g." + name : "null::" + ColumnType.sql(field.type()));
        }
        SqlText byDefault = new SqlText()
                .add("(")
                .add(shape.sql(shape.check(field.defaultValue()), "g"))
                .add(")::" + ColumnType.sql(field.type()));
        return given
                ? new SqlText().add("coalesce(g." + name + ", ").add(byDefault).add(")")
                : byDefault;
    }

    private List<FieldDefinition> logged() {
        return shape.object.fields().values().stream()
                .filter(field -> field.history() && !field.system() && shape.stored(field))
                .filter(field -> fields.contains(field)
                        || field.defaultValue() != null
                        || field.type() instanceof FieldType.AutoNumber)
                .toList();
    }

    private SqlText inserted() {
        List<String> columns =
                new ArrayList<>(List.of("id", "version", "created_at", "created_by", "updated_at", "updated_by"));
        shape.object.fields().values().stream()
                .filter(field -> !SystemFields.has(field.name()) && shape.stored(field))
                .filter(field -> fields.contains(field)
                        || field.defaultValue() != null
                        || computed.containsKey(field.name())
                        || field.type() instanceof FieldType.RollUp)
                .forEach(field -> columns.add(SqlText.name(field.name())));
        String own = columns.stream().map(column -> "n." + column).collect(Collectors.joining(", "));
        String unit = shape.object
                .role("owner")
                .map(owner -> ownerUnit(shape, "n", owner.name()))
                .orElse(null);
        return new SqlText()
                .add(", ins as (insert into " + shape.table() + " (" + String.join(", ", columns)
                        + (unit == null ? "" : ", owner_unit") + ") select " + own + (unit == null ? "" : ", " + unit)
                        + " from chk n where cardinality(n.bad_) = 0 on conflict do nothing returning id, version)");
    }

    /** The team that the owner belongs to today. */
    static String ownerUnit(RowShape shape, String alias, String owner) {
        return "(select m.team from " + shape.table(SystemObjects.MEMBER) + " m where m.id = " + alias + "."
                + SqlText.name(owner) + ")";
    }
}
