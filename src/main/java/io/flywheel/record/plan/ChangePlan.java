package io.flywheel.record.plan;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.formula.Checked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Changed records in one statement: given → locked old rows → new rows → computed → checked → updated, logged, appended.
 *
 * <pre>
 * g given rows → o old rows, locked in id order → changed → n1, n2 … → chk → upd → log, append… → answer
 * </pre>
 */
final class ChangePlan {
    private final RowShape shape;
    private final Pieces pieces;
    private final Function<String, RowScope> sight;
    private final RowScope reach;
    private final List<FieldDefinition> fields;
    private final Set<String> given;
    private final Map<String, Checked> computed = new LinkedHashMap<>();
    private final Set<String> changed;

    /** @param reach which records may be changed */
    ChangePlan(
            RowShape shape,
            Pieces pieces,
            Function<String, RowScope> sight,
            RowScope reach,
            List<FieldDefinition> fields) {
        this.shape = shape;
        this.pieces = pieces;
        this.sight = sight;
        this.reach = reach;
        this.fields = fields;
        this.given = fields.stream().map(FieldDefinition::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> moved = new LinkedHashSet<>(given);
        pieces.assignments().forEach((name, checked) -> {
            if (RowShape.ownFields(checked).stream().anyMatch(given::contains)) {
                computed.put(name, checked);
                moved.add(name);
            }
        });
        shape.touched(moved).forEach(name -> {
            computed.put(name, shape.formulas.get(name));
            moved.add(name);
        });
        this.changed = moved;
    }

    WritePlan plan(boolean many) {
        List<Check> checks = new ArrayList<>(new Checks(shape, sight, changed).all(pieces.gates()));
        Clash.sets(shape).stream()
                .filter(set -> set.stream().anyMatch(given::contains))
                .forEach(set -> checks.add(Clash.check(shape, set)));
        List<Edge> edges =
                Edge.of(shape).stream().filter(edge -> edge.concerns(changed)).toList();
        SqlText text = new SqlText().add("with ").add(Given.rows(fields, many));
        String last = draft(text, Reached.old(shape, reach, "is null"));
        text.add(", chk as (select n.*, ")
                .add(Pieces.verdicts(checks))
                .add(", ")
                .add(pieces.watched(changed, false))
                .add(" as watch_, (" + distinct() + ") as moved_, n.given_version_ <> n.version as stale_ from " + last
                        + " n join o on o.id = n.id)");
        text.add(updated());
        String written = "chk n join upd w on w.id = n.id_ join o on o.id = n.id_";
        text.add(Pieces.log(shape, 'u', diff(), "n.watch_", written));
        pieces.appends(text, written, changed, false, many);
        new LedgerLegs(shape, many).move(text, written, changed);
        text.add(" select g.number_, g.id_, n.version, coalesce(w.version, case when not n.moved_ and not"
                        + " coalesce(n.stale_, false) and cardinality(n.bad_) = 0 then n.version end),"
                        + " coalesce(n.stale_, false), n.bad_, n.warn_")
                .add(Pieces.edges(shape, edges, true, true))
                .add(" from g left join chk n on n.id_ = g.id_ left join o on o.id = g.id_"
                        + " left join upd w on w.id = g.id_");
        return new WritePlan(
                shape.object.name(),
                fields,
                text.statement(),
                checks.stream().map(Check::fault).toList(),
                edges,
                null,
                AcrossRows.of(shape, changed));
    }

    /** Adds the old rows and what becomes of them; @return the relation that holds the new ones as {@code n}. */
    String draft(SqlText text, SqlText old) {
        text.add(old).add(changed());
        return pieces.layers(text, "changed", computed);
    }

    Set<String> fieldsThatMove() {
        return changed;
    }

    /** The row as it would be: given values, the rest as it was. */
    private SqlText changed() {
        SqlText text = new SqlText()
                .add(
                        ", changed as (select g.number_, g.id_, g.version_ as given_version_, g.event_, g.actor_, g.cause_,"
                                + " o.id, o.version, now() as updated_at, g.actor_ as updated_by, o.created_at, o.created_by");
        Set<String> skip =
                new LinkedHashSet<>(List.of("id", "version", "updated_at", "updated_by", "created_at", "created_by"));
        skip.addAll(computed.keySet());
        for (FieldDefinition field : shape.object.fields().values()) {
            if (shape.stored(field) && !skip.contains(field.name())) {
                String name = SqlText.name(field.name());
                text.add(", " + (given.contains(field.name()) ? "g." : "o.") + name);
            }
        }
        return text.add(" from g join o on o.id = g.id_)");
    }

    private String distinct() {
        return given.isEmpty() ? "true" : given.stream().map(Checks::distinct).collect(Collectors.joining(" or "));
    }

    private SqlText updated() {
        List<String> sets = new ArrayList<>();
        changed.forEach(name -> sets.add(SqlText.name(name) + " = n." + SqlText.name(name)));
        sets.add("version = t.version + 1");
        sets.add("updated_at = now()");
        sets.add("updated_by = n.actor_");
        shape.object
                .role("owner")
                .filter(owner -> given.contains(owner.name()))
                .ifPresent(owner -> sets.add("owner_unit = " + CreatePlan.ownerUnit(shape, "n", owner.name())));
        return new SqlText()
                .add(", upd as (update " + shape.table() + " t set " + String.join(", ", sets)
                        + " from chk n where t.id = n.id_ and cardinality(n.bad_) = 0 and n.moved_ and n.stale_ is not"
                        + " true returning t.id, t.version)");
    }

    private SqlText diff() {
        List<FieldDefinition> logged = fields.stream()
                .filter(field -> field.history() && !field.system())
                .toList();
        return Pieces.object(
                logged,
                name -> "case when n." + name + " is distinct from o." + name + " then jsonb_build_array(o." + name
                        + ", n." + name + ") end");
    }
}
