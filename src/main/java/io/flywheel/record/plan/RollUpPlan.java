package io.flywheel.record.plan;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.formula.Checked;
import io.flywheel.query.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings one edge's roll-ups up to date, in one statement for all parents. Formulas that read them are never stored.
 *
 * <p>Sums and counts move by the difference, so that two writers who never wait for each other both count. Least and
 * greatest are recomputed, for which the parents must be locked by an earlier statement, or this one's snapshot could
 * be older than the row it waits for.
 *
 * @param lock locks the parents in the order of their ids (ids as {@link Parameters#ID})
 * @param main ids as {@link Parameters#ID}, the n-th delta as {@link Parameters#given}; answers per parent the grand
 *     parents before and after and what it adds, as {@link WritePlan} says, for {@code edges}
 * @param edges the roll-ups further up that move in turn
 */
public record RollUpPlan(Statement lock, Statement main, List<Edge> edges) {

    static RollUpPlan of(RowShape child, Edge edge) {
        ObjectDefinition object = child.catalog.objects().get(edge.parent());
        RowShape parent = new RowShape(child.workspace, child.catalog, java.util.Objects.requireNonNull(object));
        Set<String> moved = new LinkedHashSet<>();
        edge.deltas().forEach(feed -> moved.add(feed.field()));
        edge.recounts().forEach(feed -> moved.add(feed.field()));
        List<Edge> upper =
                Edge.of(parent).stream().filter(next -> next.concerns(moved)).toList();
        SqlText text = new SqlText().add(deltas(parent, edge)).add(changed(parent, child, edge, moved));
        text.add(", upd as (update " + parent.table() + " t set ").add(sets(moved));
        text.add(" from changed n where t.id = n.id)");
        // A parent in the recycle bin is in no sum; what moves meanwhile comes back with it.
        new LedgerLegs(parent, true).move(text, "changed n join o on o.id = n.id and o.deleted_at is null", moved);
        text.add(" select n.id")
                .add(Pieces.edges(parent, upper, true, true))
                .add(" from changed n join o on o.id = n.id");
        return new RollUpPlan(lock(parent), text.statement(), upper);
    }

    private static String sets(Set<String> moved) {
        List<String> sets = new ArrayList<>();
        moved.forEach(name -> sets.add(SqlText.name(name) + " = n." + SqlText.name(name)));
        return String.join(", ", sets);
    }

    private static Statement lock(RowShape parent) {
        return new SqlText()
                .add("select t.id from " + parent.table() + " t where t.id = any(")
                .slot(Parameters.ID, "uuid[]")
                .add(") order by t.id for update")
                .statement();
    }

    private static SqlText deltas(RowShape parent, Edge edge) {
        SqlText arrays = new SqlText().slot(Parameters.ID, "uuid[]");
        StringBuilder names = new StringBuilder("id_");
        for (int i = 0; i < edge.deltas().size(); i++) {
            arrays.add(", ").slot(Parameters.given(i), "numeric[]");
            names.append(", d").append(i);
        }
        return new SqlText()
                .add("with g as (select * from unnest(")
                .add(arrays)
                .add(") as u(" + names + ")), o as (select t.* from " + parent.table()
                        + " t where t.id in (select id_ from g) order by t.id for update)");
    }

    private static SqlText changed(RowShape parent, RowShape child, Edge edge, Set<String> moved) {
        SqlText text = new SqlText().add(", changed as (select o.id");
        for (FieldDefinition field : parent.object.fields().values()) {
            if (parent.stored(field)
                    && !moved.contains(field.name())
                    && !field.name().equals("id")) {
                text.add(", o." + SqlText.name(field.name()));
            }
        }
        for (int i = 0; i < edge.deltas().size(); i++) {
            String name = SqlText.name(edge.deltas().get(i).field());
            text.add(", coalesce(o." + name + ", 0) + g.d" + i + " as " + name);
        }
        for (Edge.Feed feed : edge.recounts()) {
            text.add(", ").add(recount(child, edge, feed)).add(" as " + SqlText.name(feed.field()));
        }
        return text.add(" from g join o on o.id = g.id_)");
    }

    private static SqlText recount(RowShape child, Edge edge, Edge.Feed feed) {
        String function = feed.function() == FieldType.RollUp.Function.MIN ? "min" : "max";
        SqlText text = new SqlText().add("(select " + function + "(");
        Checked of = java.util.Objects.requireNonNull(feed.of());
        text.add(child.sql(of, "c"))
                .add(") from " + child.table() + " c where c." + SqlText.name(edge.via())
                        + " = o.id and c.deleted_at is null");
        if (feed.where() != null) {
            text.add(" and (").add(child.sql(feed.where(), "c")).add(")");
        }
        return text.add(")");
    }
}
