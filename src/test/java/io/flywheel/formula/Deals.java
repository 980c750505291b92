package io.flywheel.formula;

import io.flywheel.calendar.CalendarDays;
import io.flywheel.database.TestDatabase;
import io.flywheel.formula.sql.Compiler;
import io.flywheel.kernel.Workspace;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.NullUnmarked;

/** A small world to run expressions in: deals with lines and an account, in a workspace of its own. */
@NullUnmarked
public final class Deals {
    public static final UUID ME = UUID.fromString("00000000-0000-7000-8000-000000000001");
    public static final Map<String, Type> DEAL = new LinkedHashMap<>();
    public static final Map<String, Type> LINE = new LinkedHashMap<>();
    public static final Map<String, Type> ACCOUNT = new LinkedHashMap<>();

    static {
        DEAL.put("id", new Type.Reference("deal"));
        DEAL.put("version", new Type.Number());
        DEAL.put("name", new Type.Text());
        DEAL.put("note", new Type.Text());
        DEAL.put("客户", new Type.Text());
        DEAL.put("stage", new Type.Choice(Set.of("open", "won", "lost")));
        DEAL.put("tags", new Type.Choices(Set.of("key", "new")));
        DEAL.put("amount", new Type.Money());
        DEAL.put("cost", new Type.Money());
        DEAL.put("quantity", new Type.Number());
        DEAL.put("rate", new Type.Number());
        DEAL.put("active", new Type.YesNo());
        DEAL.put("paid", new Type.YesNo());
        DEAL.put("start_date", new Type.Date());
        DEAL.put("close_date", new Type.Date());
        DEAL.put("created_at", new Type.DateTime());
        DEAL.put("owner", new Type.Reference("member"));
        DEAL.put("account", new Type.Reference("account"));
        LINE.put("id", new Type.Reference("line"));
        LINE.put("deal", new Type.Reference("deal"));
        LINE.put("price", new Type.Money());
        LINE.put("quantity", new Type.Number());
        LINE.put("optional", new Type.YesNo());
        LINE.put("product", new Type.Text());
        ACCOUNT.put("id", new Type.Reference("account"));
        ACCOUNT.put("industry", new Type.Choice(Set.of("retail", "software")));
        ACCOUNT.put("city", new Type.Text());
    }

    public static final Names NAMES = new Seen(DEAL, Map.of("account", ACCOUNT), Map.of("lines", LINE), true);

    final Workspace workspace = TestDatabase.freshWorkspace();

    public Deals() {
        in(sql -> {
            sql.execute("create table {0} (" + columns(DEAL) + ")", table("deal"));
            sql.execute("create table {0} (" + columns(LINE) + ")", table("line"));
            sql.execute("create table {0} (" + columns(ACCOUNT) + ")", table("account"));
            return 0;
        });
    }

    public interface Use<T> {
        T with(DSLContext sql);
    }

    public <T> T in(Use<T> use) {
        return TestDatabase.database()
                .in(
                        workspace,
                        connection -> use.with(
                                DSL.using(connection, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false))));
    }

    public org.jooq.Table<?> table(String name) {
        return DSL.table(DSL.name(workspace.schema(), name));
    }

    void put(String name, Map<String, Type> fields, Map<String, ?> values) {
        put(name, fields, List.of(values));
    }

    /** Puts in rows, each value as text; what is not named is null. */
    public void put(String name, Map<String, Type> fields, List<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Field<?>> columns = new ArrayList<>();
        fields.keySet().forEach(column -> columns.add(DSL.field(DSL.name(column))));
        in(sql -> {
            var insert = sql.insertInto(table(name), columns);
            for (Map<String, ?> row : rows) {
                List<Field<?>> values = new ArrayList<>();
                fields.forEach((column, type) ->
                        values.add(DSL.field("cast({0} as " + sqlType(type) + ")", DSL.val(row.get(column)))));
                insert = insert.values(values);
            }
            return insert.execute();
        });
    }

    Field<?> row(String expression) {
        return Formula.compile(Formula.check(expression, NAMES), new Row("deal", "d", workspace.zone()));
    }

    /** What an expression answers for the deals of one id, as a column of any statement: a row's, or over them all. */
    Field<?> answer(String expression, boolean groups, UUID deal, ZoneId zone) {
        Checked checked = groups ? Formula.aggregate(expression, NAMES) : Formula.check(expression, NAMES);
        Field<?> field = Formula.compile(checked, new Row("deal", "d", zone));
        return DSL.field(DSL.select(field).from(from()).where("d.id = {0}", DSL.val(deal)));
    }

    /** The columns of one deal, for a statement over {@link #from}. */
    public Columns columns() {
        return new Row("deal", "d", workspace.zone());
    }

    /** Deals as d, their accounts as a, and as o the deal of the next version, which stands for the record before. */
    public org.jooq.Table<?> from() {
        return DSL.table(
                "{0} as d left join {1} as a on a.id = d.account"
                        + " left join {0} as o on o.version = cast(d.version as bigint) + 1",
                table("deal"), table("account"));
    }

    private static String columns(Map<String, Type> fields) {
        return String.join(
                ", ",
                fields.entrySet().stream()
                        .map(field -> "\"" + field.getKey() + "\" "
                                + (field.getKey().equals("version") ? "integer" : sqlType(field.getValue())))
                        .toList());
    }

    static String sqlType(Type type) {
        return switch (type) {
            case Type.Text ignored -> "text";
            case Type.Choice ignored -> "text";
            case Type.Nothing ignored -> "text";
            case Type.Choices ignored -> "text[]";
            case Type.Number ignored -> "numeric";
            case Type.Money ignored -> "numeric";
            case Type.YesNo ignored -> "boolean";
            case Type.Date ignored -> "date";
            case Type.DateTime ignored -> "timestamptz";
            case Type.Reference ignored -> "uuid";
        };
    }

    private static Map<String, Type> fields(String object) {
        return object.equals("line") ? LINE : DEAL;
    }

    /** The columns of one table under an alias. */
    final class Row implements Columns {
        private final String object;
        private final String alias;
        private final ZoneId zone;

        Row(String object, String alias, ZoneId zone) {
            this.object = object;
            this.alias = alias;
            this.zone = zone;
        }

        @Override
        public Field<?> column(List<String> path) {
            if (path.getFirst().equals("me")) {
                return DSL.val(ME, SQLDataType.UUID);
            }
            if (path.getFirst().equals("version")) {
                return DSL.field(DSL.name(alias, "version"), SQLDataType.INTEGER);
            }
            boolean before = path.getFirst().equals("old");
            return path.size() == 1
                    ? DSL.field(
                            DSL.name(alias, path.getFirst()),
                            Compiler.dataType(fields(object).get(path.getFirst())))
                    : DSL.field(
                            DSL.name(before ? "o" : "a", path.getLast()),
                            Compiler.dataType((before ? DEAL : ACCOUNT).get(path.getLast())));
        }

        @Override
        public Children children(List<String> path) {
            return new Children(
                    table("line").as("l"),
                    DSL.condition("l.deal = {0}.id", DSL.name(alias)),
                    new Row("line", "l", zone));
        }

        @Override
        public ZoneId zone() {
            return zone;
        }

        @Override
        public CalendarDays calendar() {
            return CalendarDays.of(workspace.schema());
        }

        @Override
        public int fiscalYearStart() {
            return 7;
        }

        @Override
        public String toString() {
            return object;
        }
    }

    private record Seen(
            Map<String, Type> fields,
            Map<String, Map<String, Type>> references,
            Map<String, Map<String, Type>> lines,
            boolean root)
            implements Names {
        @Override
        public Optional<Type> field(String name) {
            return root && name.equals("me")
                    ? Optional.of(new Type.Reference("member"))
                    : Optional.ofNullable(fields.get(name));
        }

        @Override
        public Optional<Names> through(String name) {
            return root && name.equals("old")
                    ? Optional.of(new Seen(fields, Map.of(), Map.of(), false))
                    : behind(references, name);
        }

        @Override
        public Optional<Names> children(String name) {
            return behind(lines, name);
        }

        private static Optional<Names> behind(Map<String, Map<String, Type>> all, String name) {
            return Optional.ofNullable(all.get(name)).map(found -> new Seen(found, Map.of(), Map.of(), false));
        }

        @Override
        public Collection<String> all() {
            return fields.keySet();
        }
    }
}
