package io.flywheel.performance.value;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Columns;
import io.flywheel.formula.Expression;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import io.flywheel.performance.Aggregation;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.definition.StockNames;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import io.flywheel.query.Source;
import io.flywheel.query.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The statement of one {@link Reading}: key, title, bucket, then for each metric its measure (two for a ratio) and its
 * number of records. For one statement and one thread.
 */
final class ReadingStatement {
    private static final int FEW = 200;

    private final Workspace workspace;
    private final Catalog catalog;
    private final Sight sight;
    private final Reading reading;
    private final Question question;
    private final Names names;
    private final Source source;
    private final Time time;
    private final Columns columns;
    private final Memberships memberships;
    /** Whether a row stands under every node above its own, so that one group holds all that is below. */
    private boolean climbing;

    ReadingStatement(Workspace workspace, Catalog catalog, Sight sight, Reading reading, Question question) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.sight = sight;
        this.reading = reading;
        this.question = question;
        ObjectDefinition object = catalog.object(reading.first().object())
                .filter(found -> sight.sees(found.name()))
                .orElseThrow(() -> hidden(reading.first()));
        Names own = ObjectNames.of(catalog, object, sight);
        this.names = reading.stock() ? new StockNames(own) : own;
        this.source = Source.joining(workspace, catalog, object, "t", sight);
        this.time = Time.of(reading, question, names, source);
        this.columns = reading.stock() ? new AsOf(source, time.day()) : source;
        this.memberships = new Memberships(workspace);
        this.climbing = reading.exact();
    }

    static Problem.NotFound hidden(MetricDefinition metric) {
        return new Problem.NotFound("performance.no-such-metric", Map.of("metric", metric.name(), "hint", ""));
    }

    /** @param type of the key, null if there is none */
    record Built(Statement statement, @Nullable Type type) {}

    Built build() {
        Key key = key();
        List<Field<?>> select = new ArrayList<>(List.of(key.value(), key.title(), time.bucket()));
        Condition where = where(measures(select));
        List<Field<?>> groups = groups(key);
        List<Field<?>> named = IntStream.range(0, select.size())
                .<Field<?>>mapToObj(i -> select.get(i).as("c" + i))
                .toList();
        var rows = DSL.select(named).from(from()).where(where);
        Table<?> grouped = (groups.isEmpty() ? rows : rows.groupBy(groups)).asTable("g");
        return new Built(
                Statement.of(DSL.withRecursive(memberships.upwards(ancestry()))
                        .select(DSL.asterisk())
                        .from(grouped)
                        .orderBy(order(key), DSL.field("c2").asc().nullsFirst())),
                key.type());
    }

    /** People, teams and territories are put in order by who reads them; other groups by their title, or themselves. */
    private static OrderField<?> order(Key key) {
        boolean titled = key.type() instanceof Type.Reference;
        Field<?> by = DSL.field(titled ? "c1" : "c0");
        boolean text = titled || key.type() instanceof Type.Text || key.type() instanceof Type.Choice;
        Field<?> collated = text && (!titled || !(key.title().equals(nothing())))
                ? DSL.field("{0} collate \"zh-Hans-CN-x-icu\"", by)
                : by;
        return collated.asc().nullsLast();
    }

    /**
     * The records behind a number, the newest first: their ids.
     *
     * @param within the group, null for all
     */
    Statement records(@Nullable Object within, int limit, int offset) {
        climbing = true;
        Field<?> group = key().value();
        Condition where = where(condition(shared())).and(condition(alone())).and(same(group, within));
        return Statement.of(DSL.withRecursive(memberships.upwards(ancestry()))
                .select(source.id())
                .from(from())
                .where(where)
                .orderBy(time.day().desc().nullsLast(), source.id())
                .limit(DSL.inline(limit))
                .offset(DSL.inline(offset)));
    }

    /** How many records are behind a number. */
    Statement count(@Nullable Object within) {
        climbing = true;
        Field<?> group = key().value();
        Condition where = where(condition(shared())).and(condition(alone())).and(same(group, within));
        return Statement.of(DSL.withRecursive(memberships.upwards(ancestry()))
                .select(DSL.count())
                .from(from())
                .where(where));
    }

    private @Nullable String alone() {
        return reading.metrics().size() == 1 && shared() == null
                ? reading.first().where()
                : null;
    }

    private static Condition same(Field<?> group, @Nullable Object within) {
        return within == null ? DSL.noCondition() : DSL.condition("{0} = {1}", group, DSL.val(within));
    }

    private Condition where(Condition shared) {
        return source.live()
                .and(source.inScope())
                .and(time.within())
                .and(among())
                .and(shared)
                .and(firstEver());
    }

    /** What is counted for others is not read: few are looked up by an index, many are hashed on the way. */
    private Condition among() {
        if (!(question.by() instanceof By.Member(Set<UUID> members)) || members == null) {
            return DSL.noCondition();
        }
        String form = members.size() <= FEW ? "{0} = any({1})" : "({0} in (select unnest({1}))) is true";
        return DSL.condition(form, member(), DSL.val(members.toArray(UUID[]::new), UUID[].class));
    }

    private Condition condition(@Nullable String text) {
        return text == null
                ? DSL.noCondition()
                : DSL.condition("{0}", Formula.compile(Formula.condition(text, names), columns));
    }

    private record Key(
            Field<?> value, Field<?> title, @Nullable Type type) {}

    private Key key() {
        return switch (question.by()) {
            case By.Whole whole -> new Key(nothing(), nothing(), null);
            case By.Member member -> plain(member(), SystemObjects.MEMBER);
            case By.Assigned assigned -> plain(assigned(), SystemObjects.MEMBER);
            case By.Team team -> plain(climbing ? Memberships.ancestor() : team(), SystemObjects.TEAM);
            case By.Territory territory ->
                plain(climbing ? Memberships.ancestor() : territory(), SystemObjects.TERRITORY);
            case By.Dimension(String expression) -> dimension(expression);
        };
    }

    private static Key plain(Field<?> field, String object) {
        return new Key(field, nothing(), new Type.Reference(object));
    }

    private Key dimension(String expression) {
        Checked checked = Formula.check(expression, names);
        Field<?> value = Formula.compile(checked, columns);
        return new Key(value, title(checked), checked.type());
    }

    private Field<?> title(Checked checked) {
        if (checked.type() instanceof Type.Reference(String object)
                && checked.tree() instanceof Expression.Path(int at, List<String> path)) {
            return catalog.object(object)
                    .flatMap(target -> target.role("title"))
                    .filter(title -> sight.sees(object, title.name()))
                    .<Field<?>>map(title -> {
                        List<String> longer = new ArrayList<>(path);
                        longer.add(title.name());
                        return columns.column(longer);
                    })
                    .orElse(nothing());
        }
        return nothing();
    }

    private Field<UUID> member() {
        return reference(reading.first().member());
    }

    private Field<UUID> territory() {
        return reference(reading.first().territory());
    }

    private Field<UUID> assigned() {
        MetricDefinition metric = reading.first();
        if (metric.territory() == null) {
            throw new Problem.Malformed("performance.basis-without-territory", Map.of("metric", metric.name()));
        }
        return Memberships.assigned();
    }

    private Field<UUID> reference(@Nullable String path) {
        return path == null
                ? DSL.castNull(SQLDataType.UUID)
                : source.column(List.of(path.split("\\."))).coerce(SQLDataType.UUID);
    }

    private Field<UUID> team() {
        return Memberships.team(reading.first().credit());
    }

    private String ancestry() {
        return question.by() instanceof By.Territory || question.by() instanceof By.Assigned
                ? SystemObjects.TERRITORY
                : SystemObjects.TEAM;
    }

    private List<Field<?>> groups(Key key) {
        List<Field<?>> groups = new ArrayList<>();
        if (key.type() != null) {
            groups.add(DSL.field("1"));
            groups.add(DSL.field("2"));
        }
        if (time.cut()) {
            groups.add(DSL.field("3"));
        }
        return groups;
    }

    /** Adds what is counted; conditions that all metrics share are the statement's own. */
    private Condition measures(List<Field<?>> select) {
        String shared = shared();
        for (MetricDefinition metric : reading.metrics()) {
            String own = metric.where() != null && metric.where().equals(shared) ? null : metric.where();
            for (String expression : metric.measure().expressions()) {
                select.add(aggregate(
                        Rewriting.of(Formula.aggregate(expression, names).tree(), own)));
            }
            select.add(aggregate(own == null ? "count()" : "count(where " + own + ")"));
        }
        return condition(shared);
    }

    private Field<?> aggregate(String expression) {
        return Formula.compile(Formula.aggregate(expression, names), columns);
    }

    private @Nullable String shared() {
        String first = reading.first().where();
        return first != null && reading.metrics().stream().allMatch(metric -> first.equals(metric.where()))
                ? first
                : null;
    }

    /** No earlier record of the same key that counts, whoever may see it: the first is the first. */
    private Condition firstEver() {
        if (!(reading.first().aggregation() instanceof Aggregation.FirstEver(String key))) {
            return DSL.noCondition();
        }
        ObjectDefinition object = source.object();
        Source earlier = Source.correlating(workspace, catalog, object, "e", Sight.everything());
        String where = reading.first().where();
        Names all = ObjectNames.of(catalog, object, Sight.everything());
        Condition counts = where == null
                ? DSL.noCondition()
                : DSL.condition("{0}", Formula.compile(Formula.condition(where, all), earlier));
        Field<UUID> own = source.plain(key, SQLDataType.UUID);
        String date = String.valueOf(reading.first().date());
        Field<?> before = earlier.column(List.of(date));
        Field<?> now = source.column(List.of(date));
        return own.isNotNull()
                .and(DSL.notExists(DSL.selectOne()
                        .from(earlier.table())
                        .where(earlier.live())
                        .and(counts)
                        .and(earlier.plain(key, SQLDataType.UUID).eq(own))
                        .and(DSL.condition("({0}, {1}) < ({2}, {3})", before, earlier.id(), now, source.id()))));
    }

    /** Last, when every path has been asked for. */
    private Table<?> from() {
        Table<?> from = time.joined(source.from());
        return switch (question.by()) {
            case By.Team team -> {
                Table<?> joined = memberships.joined(
                        from, member(), time.day(), reading.first().credit());
                yield climbing ? Memberships.withAncestors(joined, team()) : joined;
            }
            case By.Assigned assigned -> memberships.withAssigned(from, territory(), time.day());
            case By.Territory territory -> climbing ? Memberships.withAncestors(from, territory()) : from;
            case By.Whole whole -> from;
            case By.Member member -> from;
            case By.Dimension dimension -> from;
        };
    }

    private static Field<?> nothing() {
        return DSL.castNull(SQLDataType.UUID);
    }
}
