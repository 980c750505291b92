package io.flywheel.query;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.SystemObjects;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The rows of a ledger that add up to what is asked.
 *
 * @param whole whether the owner matters for nothing but the scope, so that sums over all owners can serve
 */
public record Summing(Ledger ledger, boolean whole, RowScope scope) {
    private static final String MINUS = "-{0}";

    /** Whether the rows are those of the scope already. */
    boolean decidesScope() {
        return whole && (scope instanceof RowScope.All || allButSome());
    }

    private boolean allButSome() {
        return scope instanceof RowScope.Owners owners && owners.others() != null;
    }

    Table<?> rows(Reach reach, String alias) {
        Table<?> table = reach.table(ledger.object(), ledger.table());
        if (!decidesScope()) {
            return select(table, ledger.keys(), false)
                    .where(besides(Ledger.WHOLE))
                    .asTable(DSL.name(alias));
        }
        var all = select(table, ledger.keysBesideOwner(), false).where(besides(Ledger.FOLDED));
        return allButSome()
                ? all.unionAll(select(table, ledger.keysBesideOwner(), true)
                                .where(besides(Ledger.WHOLE))
                                .and(outOfScope(reach)))
                        .asTable(DSL.name(alias))
                : all.asTable(DSL.name(alias));
    }

    /** From the sums over all owners those few are taken away who are out of scope, who have left or who are none. */
    private Condition outOfScope(Reach reach) {
        Field<?> owner = DSL.field(DSL.name(Objects.requireNonNull(ledger.owner())));
        Field<?> others = Slot.field(new Slot.Owners(ledger.object()), SQLDataType.UUID.getArrayDataType());
        return DSL.condition(
                "({0} is null or {0} = any(array(select unnest({1}) union select m_gone.id from {2} m_gone where"
                        + " m_gone.deleted_at is not null)))",
                owner, others, reach.table(SystemObjects.MEMBER));
    }

    private static Condition besides(int level) {
        return DSL.condition("{0} <> " + level, DSL.field(DSL.name(Ledger.LEVEL)));
    }

    private SelectJoinStep<org.jooq.Record> select(Table<?> table, List<String> keys, boolean takes) {
        Stream<Field<?>> added = ledger.added().stream().map(name -> added(name, takes));
        return DSL.select(Stream.concat(keys.stream().map(name -> DSL.field(DSL.name(name))), added)
                        .toList())
                .from(table);
    }

    private static Field<?> added(String name, boolean takes) {
        Field<?> field = DSL.field(DSL.name(name));
        return takes ? DSL.field(MINUS, field).as(DSL.name(name)) : field;
    }
}
