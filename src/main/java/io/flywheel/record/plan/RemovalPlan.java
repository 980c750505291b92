package io.flywheel.record.plan;

import io.flywheel.access.RowScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records into the recycle bin, or out of it again, in one statement. */
final class RemovalPlan {
    private static final String WRITTEN = "chk n join upd w on w.id = n.id_";

    private final RowShape shape;
    private final RowScope reach;

    RemovalPlan(RowShape shape, RowScope reach) {
        this.shape = shape;
        this.reach = reach;
    }

    WritePlan delete() {
        return plan(false);
    }

    WritePlan restore() {
        return plan(true);
    }

    private WritePlan plan(boolean restores) {
        List<Edge> edges = Edge.of(shape);
        List<Check> checks = new ArrayList<>();
        if (restores) {
            Clash.sets(shape).forEach(set -> checks.add(Clash.check(shape, set)));
        }
        SqlText text = new SqlText()
                .add("with ")
                .add(Given.rows(List.of(), true))
                .add(Reached.old(shape, reach, restores ? "is not null" : "is null"))
                .add(", chk as (select n.*, g.number_, g.id_, g.actor_, g.cause_, g.version_ <> n.version as stale_, ")
                .add(Pieces.verdicts(checks))
                .add(" from o n join g on g.id_ = n.id)")
                .add(", upd as (update " + shape.table() + " t set deleted_at = "
                        + (restores ? "null" : "now()")
                        + ", version = t.version + 1, updated_at = now(), updated_by = n.actor_ from chk n"
                        + " where t.id = n.id_ and cardinality(n.bad_) = 0 and n.stale_ is not true"
                        + " returning t.id, t.version)")
                .add(Pieces.log(
                        shape, restores ? 'r' : 'd', new SqlText().add("'{}'::jsonb"), "null::text[]", WRITTEN));
        LedgerLegs ledgers = new LedgerLegs(shape, true);
        if (restores) {
            ledgers.add(text, WRITTEN);
        } else {
            ledgers.take(text, WRITTEN);
        }
        text.add(" select g.number_, g.id_, n.version, w.version, coalesce(n.stale_, false), n.bad_, n.warn_")
                .add(Pieces.edges(shape, edges, !restores, restores))
                .add(" from g left join chk n on n.id_ = g.id_ left join o on o.id = g.id_"
                        + " left join upd w on w.id = g.id_");
        return new WritePlan(
                shape.object.name(),
                List.of(),
                text.statement(),
                checks.stream().map(Check::fault).toList(),
                edges,
                null,
                Optional.empty());
    }
}
