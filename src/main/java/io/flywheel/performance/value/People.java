package io.flywheel.performance.value;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.formula.Formula;
import io.flywheel.kernel.Workspace;
import io.flywheel.performance.Period;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import io.flywheel.query.Source;
import io.flywheel.query.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Who is measured: members by name, and the trees of teams and territories. */
final class People {
    private final Workspace workspace;
    private final Catalog catalog;
    private final Reader reader;
    private final Sight sight;

    People(Workspace workspace, Catalog catalog, Reader reader, Sight sight) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.reader = reader;
        this.sight = sight;
    }

    /** @param team today's */
    record Person(UUID id, @Nullable String name, @Nullable UUID team) {}

    /**
     * Who worked in the period.
     *
     * @param who condition over the member, or null
     * @param scope whose figures may be seen
     */
    List<Person> members(@Nullable String who, Period period, RowScope scope) {
        ObjectDefinition object = object(SystemObjects.MEMBER);
        Source source = Source.joining(workspace, catalog, object, "t", Sight.everything());
        Condition wanted = who == null
                ? DSL.noCondition()
                : DSL.condition(
                        "{0}",
                        Formula.compile(
                                Formula.condition(who, ObjectNames.of(catalog, object, Sight.everything())), source));
        Field<String> name = title(source);
        boolean named = isNamed(object);
        Statement statement = Statement.of(DSL.select(source.id(), name, source.plain("team", SQLDataType.UUID))
                .from(source.from())
                .where(source.live())
                .and(wanted)
                .and(worked(source, period))
                .and(within(source, scope))
                .orderBy(collated(name), source.id()));
        return reader.run(
                statement,
                row -> new Person(
                        row.getObject(1, UUID.class), named ? row.getString(2) : null, row.getObject(3, UUID.class)));
    }

    private static Condition worked(Source source, Period period) {
        Field<LocalDate> joined = source.plain("join_date", SQLDataType.LOCALDATE);
        Field<LocalDate> left = source.plain("leave_date", SQLDataType.LOCALDATE);
        LocalDate from = period.from();
        Condition notLeft = from == null ? DSL.noCondition() : left.isNull().or(left.ge(from));
        LocalDate to = period.to();
        // Data from before somebody's recorded first day still counts for that person, so only later starts are left
        // out.
        return notLeft.and(to == null ? DSL.noCondition() : joined.isNull().or(joined.lt(to)));
    }

    private static Condition within(Source source, RowScope scope) {
        return switch (scope) {
            case RowScope.All all -> DSL.noCondition();
            case RowScope.None _, RowScope.Through _ -> DSL.falseCondition();
            case RowScope.Owners owners ->
                DSL.condition(
                        "{0} = any({1})", source.id(), DSL.val(owners.members().toArray(UUID[]::new)));
        };
    }

    Tree teams() {
        return tree(SystemObjects.TEAM);
    }

    /** The uppermost team that somebody leads, else the one he is in; null = neither. */
    @Nullable
    UUID teamOf(UUID member, Tree teams) {
        Source team = Source.joining(workspace, catalog, object(SystemObjects.TEAM), "t", Sight.everything());
        Source person = Source.joining(workspace, catalog, object(SystemObjects.MEMBER), "m", Sight.everything());
        Statement statement = Statement.of(DSL.select(team.id(), DSL.inline(true))
                .from(team.from())
                .where(team.live())
                .and(team.plain("manager", SQLDataType.UUID).eq(member))
                .unionAll(DSL.select(person.plain("team", SQLDataType.UUID), DSL.inline(false))
                        .from(person.from())
                        .where(person.id().eq(member))));
        record Tie(@Nullable UUID team, boolean leads) {}
        return reader.run(statement, row -> new Tie(row.getObject(1, UUID.class), row.getBoolean(2))).stream()
                .filter(tie -> tie.team() != null && teams.nodes().containsKey(tie.team()))
                .min(Comparator.comparing(Tie::leads)
                        .reversed()
                        .thenComparing(tie -> teams.depth(Objects.requireNonNull(tie.team()))))
                .map(Tie::team)
                .orElse(null);
    }

    Tree territories() {
        return tree(SystemObjects.TERRITORY);
    }

    private Tree tree(String name) {
        Source source = Source.joining(workspace, catalog, object(name), "t", Sight.everything());
        Field<String> title = title(source);
        boolean named = isNamed(source.object());
        Statement statement = Statement.of(DSL.select(source.id(), title, source.plain("parent", SQLDataType.UUID))
                .from(source.from())
                .where(source.live())
                .orderBy(collated(title), source.id()));
        Map<UUID, Tree.Node> nodes = new LinkedHashMap<>();
        reader.run(
                        statement,
                        row -> new Tree.Node(
                                row.getObject(1, UUID.class),
                                named ? row.getString(2) : null,
                                row.getObject(3, UUID.class)))
                .forEach(node -> nodes.put(node.id(), node));
        return new Tree(nodes);
    }

    /** Everybody is in the order of the names, but who may not see names sees none. */
    private boolean isNamed(ObjectDefinition object) {
        String title = object.role("title").orElseThrow().name();
        return sight.sees(object.name(), title);
    }

    private static Field<String> title(Source source) {
        String name = source.object().role("title").orElseThrow().name();
        return source.plain(name, SQLDataType.CLOB);
    }

    private static Field<?> collated(Field<String> text) {
        return DSL.field("{0} collate \"zh-Hans-CN-x-icu\"", text);
    }

    private ObjectDefinition object(String name) {
        return catalog.object(name).orElseThrow(() -> new IllegalStateException("no object " + name));
    }
}
