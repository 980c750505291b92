package io.flywheel.formula.sql;

import io.flywheel.formula.Columns;
import io.flywheel.formula.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Terms to SQL. Aliases of its own begin with {@code f_}, and so must no alias of a statement around.
 *
 * @param grouped whether columns stand inside aggregates only: there, a subselect would steal {@code count(*)} from the
 *     group, so arguments are repeated instead (the checker bounds the size)
 */
public record Compiler(Columns columns, boolean grouped) {
    private static final DSLContext RENDER = DSL.using(SQLDialect.POSTGRES);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");
    /** Characters of SQL that may as well be written twice. */
    private static final int SHORT = 120;

    public Field<?> compile(Term term) {
        return switch (term) {
            case Term.Constant constant -> constant(constant);
            case Term.Column column -> column(column);
            case Term.Apply apply -> apply(apply);
            case Term.Aggregate aggregate -> aggregate(aggregate);
        };
    }

    /** The jOOQ type of what an expression answers. */
    public static DataType<?> dataType(Type type) {
        return switch (type) {
            case Type.Text ignored -> SQLDataType.CLOB;
            case Type.Choice ignored -> SQLDataType.CLOB;
            case Type.Nothing ignored -> SQLDataType.CLOB;
            case Type.Choices ignored -> SQLDataType.CLOB.array();
            case Type.Number ignored -> SQLDataType.NUMERIC;
            case Type.Money ignored -> SQLDataType.NUMERIC;
            case Type.YesNo ignored -> SQLDataType.BOOLEAN;
            case Type.Date ignored -> SQLDataType.LOCALDATE;
            case Type.DateTime ignored -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case Type.Reference ignored -> SQLDataType.UUID;
        };
    }

    private static String sqlName(Type type) {
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

    private Field<?> constant(Term.Constant constant) {
        DataType<?> type = dataType(constant.type());
        String name = sqlName(constant.type());
        return constant.isNull()
                ? DSL.field("cast(null as " + name + ")", type)
                : DSL.field("cast({0} as " + name + ")", type, DSL.val(constant.value(), type));
    }

    /** Whole-number columns such as version would overflow in sums and products. */
    private Field<?> column(Term.Column column) {
        Field<?> field = columns.column(column.path());
        boolean whole = Set.<Class<?>>of(Short.class, Integer.class, Long.class).contains(field.getType());
        return whole ? DSL.field("cast({0} as numeric)", SQLDataType.NUMERIC, field) : field;
    }

    private Field<?> apply(Term.Apply apply) {
        List<Term> terms = apply.arguments();
        List<QueryPart> parts =
                new ArrayList<>(terms.stream().map(this::compile).toList());
        parts.addAll(apply.operation().surroundings(columns));
        String template = apply.operation().template(terms.size());
        DataType<?> type = dataType(apply.type());
        Set<Integer> repeated = grouped ? new TreeSet<>() : repeated(template, terms.size());
        repeated.removeIf(place -> isShort(terms.get(place), (Field<?>) parts.get(place)));
        return repeated.isEmpty()
                ? DSL.field(template, type, parts.toArray(QueryPart[]::new))
                : once(template, type, parts, repeated);
    }

    /** Names the repeated arguments first: {@code (select … f_v.a0 … f_v.a0 … from (select {0} as a0 offset 0) as f_v)}. */
    private static Field<?> once(String template, DataType<?> type, List<QueryPart> parts, Set<Integer> repeated) {
        String named = template;
        for (int place : repeated) {
            named = named.replace("{" + place + "}", "f_v.a" + place);
        }
        String names = repeated.stream().map(i -> "{" + i + "} as a" + i).collect(Collectors.joining(", "));
        return DSL.field(
                "(select " + named + " from (select " + names + " offset 0) as f_v)",
                type,
                parts.toArray(QueryPart[]::new));
    }

    private static Set<Integer> repeated(String template, int arguments) {
        Set<Integer> seen = new TreeSet<>();
        Set<Integer> repeated = new TreeSet<>();
        PLACE.matcher(template)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .forEach(place -> {
                    if (place < arguments && !seen.add(place)) {
                        repeated.add(place);
                    }
                });
        return repeated;
    }

    private static boolean isShort(Term term, Field<?> field) {
        return switch (term) {
            case Term.Constant ignored -> true;
            case Term.Column ignored -> RENDER.render(field).length() <= SHORT;
            case Term.Apply ignored -> false;
            case Term.Aggregate ignored -> false;
        };
    }

    private Field<?> aggregate(Term.Aggregate aggregate) {
        return aggregate.lines().isEmpty() ? overGroup(aggregate) : overChildren(aggregate);
    }

    private Field<?> overGroup(Term.Aggregate aggregate) {
        Compiler row = new Compiler(columns, false);
        List<QueryPart> parts = new ArrayList<>(row.all(aggregate.arguments()));
        String filter = "";
        if (aggregate.where() != null) {
            filter = " filter (where {" + parts.size() + "})";
            parts.add(row.compile(aggregate.where()));
        }
        return DSL.field(
                aggregate.aggregation().template(filter), dataType(aggregate.type()), parts.toArray(QueryPart[]::new));
    }

    private Field<?> overChildren(Term.Aggregate aggregate) {
        Columns.Children children = columns.children(aggregate.lines());
        Compiler child = new Compiler(children.columns(), false);
        Field<?> answer = DSL.field(
                aggregate.aggregation().template(""),
                dataType(aggregate.type()),
                child.all(aggregate.arguments()).toArray(QueryPart[]::new));
        return DSL.field(DSL.select(answer)
                .from(children.from())
                .where(children.link())
                .and(child.condition(aggregate.where())));
    }

    private List<Field<?>> all(List<Term> terms) {
        return terms.stream().<Field<?>>map(this::compile).toList();
    }

    private Condition condition(@Nullable Term where) {
        return where == null ? DSL.noCondition() : DSL.condition("{0}", compile(where));
    }
}
