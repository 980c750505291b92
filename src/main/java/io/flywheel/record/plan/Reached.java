package io.flywheel.record.plan;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.query.Slot;
import java.util.Objects;

/** The existing rows of a write: found by id within the actor's reach, and locked in the order of their ids. */
final class Reached {
    private Reached() {}

    /** {@code o}: the old rows. */
    static SqlText old(RowShape shape, RowScope reach, String deleted) {
        return old(shape, reach, deleted, " order by t.id for update");
    }

    /** {@code o}: the old rows, to look at only. */
    static SqlText seen(RowShape shape, RowScope reach) {
        return old(shape, reach, "is null", "");
    }

    private static SqlText old(RowShape shape, RowScope reach, String deleted, String lock) {
        return new SqlText()
                .add(", o as (select t.* from " + shape.table()
                        + " t where t.id in (select id_ from g) and t.deleted_at " + deleted)
                .add(within(shape, shape.object, "t", reach, Parameters.REACH))
                .add(lock + ")");
    }

    /** Narrows the rows of {@code object} under an alias to a scope; {@code members} stands for its owners. */
    static SqlText within(RowShape shape, ObjectDefinition object, String alias, RowScope scope, Slot members) {
        SqlText text = new SqlText();
        return switch (scope) {
            case RowScope.All _ -> text;
            case RowScope.None _ -> text.add(" and false");
            case RowScope.Owners _ ->
                object.role("owner")
                        .map(owner -> text.add(" and " + alias + "." + SqlText.name(owner.name()) + " = any(")
                                .slot(members, "uuid[]")
                                .add(")"))
                        .orElseGet(() -> text.add(" and false"));
            case RowScope.Through through -> {
                ObjectDefinition parent =
                        Objects.requireNonNull(shape.catalog.objects().get(through.object()));
                String above = alias + "p";
                yield text.add(" and exists (select 1 from " + shape.table(parent.name()) + " " + above + " where "
                                + above + ".id = " + alias + "." + SqlText.name(through.via()) + " and " + above
                                + ".deleted_at is null")
                        .add(within(shape, parent, above, through.scope(), members))
                        .add(")");
            }
        };
    }
}
