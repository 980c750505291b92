package io.flywheel.query;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What the sources of one statement share: the joins so far, free aliases, and which objects were touched. */
final class Reach {
    private record Join(String alias, Table<?> table, Condition on) {}

    private final Workspace workspace;
    private final Catalog catalog;
    private final Sight sight;
    private final String prefix;
    private final Map<String, Join> joins = new LinkedHashMap<>();
    private final Set<String> touched = new TreeSet<>();
    private int aliases;

    Reach(Workspace workspace, Catalog catalog, Sight sight, String prefix) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.sight = sight;
        this.prefix = prefix;
    }

    Workspace workspace() {
        return workspace;
    }

    Catalog catalog() {
        return catalog;
    }

    Sight sight() {
        return sight;
    }

    /** Every object whose access decides how the statement looks. */
    Set<String> touched() {
        return touched;
    }

    ObjectDefinition object(String name) {
        return catalog.object(name).orElseThrow(() -> new IllegalStateException("unchecked object: " + name));
    }

    Table<?> table(String name) {
        return table(name, name);
    }

    /** A table that holds what records of {@code object} come to. */
    Table<?> table(String object, String table) {
        touched.add(object);
        return DSL.table(DSL.name(workspace.schema(), table));
    }

    String alias() {
        aliases++;
        return prefix + "_" + aliases;
    }

    /** The alias under which the record that {@code key} names is joined, once per key. */
    String join(String from, String field, ObjectDefinition target, Field<UUID> key) {
        return joins.computeIfAbsent(from + "." + field, ignored -> {
                    String alias = alias();
                    Source joined = source(target, alias);
                    Condition on = joined.id().eq(key).and(joined.live()).and(joined.inScope());
                    return new Join(alias, joined.table(), on);
                })
                .alias();
    }

    /** A value of the record that {@code key} names, as a sub-select. */
    Field<?> lookUp(ObjectDefinition target, Field<?> key, List<String> path) {
        Source found = source(target, alias());
        return value(found, key, path, found.inScope());
    }

    /** As {@link #lookUp}, whatever the scope: everybody may know of himself. */
    Field<?> lookUpAnyway(ObjectDefinition target, Field<?> key, List<String> path) {
        return value(source(target, alias()), key, path, DSL.noCondition());
    }

    private static Field<?> value(Source found, Field<?> key, List<String> path, Condition scope) {
        return DSL.field(DSL.select(found.column(path))
                .from(found.table())
                .where(same(found.id(), key))
                .and(found.live())
                .and(scope));
    }

    @SuppressWarnings("unchecked") // keys are uuids, slots included
    private static Condition same(Field<UUID> id, Field<?> key) {
        return id.eq((Field<UUID>) key);
    }

    private Source source(ObjectDefinition target, String alias) {
        return Source.within(this, target, alias);
    }

    Table<?> joined(Table<?> base) {
        Table<?> from = base;
        for (Join join : joins.values()) {
            from = from.leftJoin(join.table()).on(join.on());
        }
        return from;
    }
}
