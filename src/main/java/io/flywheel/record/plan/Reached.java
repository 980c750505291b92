package io.flywheel.record.plan;

import io.flywheel.access.RowScope;

/** The existing rows of a write: found by id within the actor's reach, and locked in the order of their ids. */
final class Reached {
    private Reached() {}

    /** {@code o}: the old rows. */
    static SqlText old(RowShape shape, RowScope reach, String deleted) {
        return new SqlText()
                .add(", o as (select t.* from " + shape.table()
                        + " t where t.id in (select id_ from g) and t.deleted_at " + deleted)
                .add(within(shape, reach))
                .add(" order by t.id for update)");
    }

    static SqlText within(RowShape shape, RowScope reach) {
        SqlText text = new SqlText();
        return switch (reach) {
            case RowScope.All _ -> text;
            case RowScope.None _ -> text.add(" and false");
            case RowScope.Owners _ ->
                shape.object
                        .role("owner")
                        .map(owner -> text.add(" and t." + SqlText.name(owner.name()) + " = any(")
                                .slot(Parameters.REACH, "uuid[]")
                                .add(")"))
                        .orElseGet(() -> text.add(" and false"));
        };
    }
}
