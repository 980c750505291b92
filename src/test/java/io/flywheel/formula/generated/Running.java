package io.flywheel.formula.generated;

import io.flywheel.database.Sql;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Deals;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Type;
import io.flywheel.query.Statement;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Many expressions in one statement, over all generated deals. */
final class Running {
    static final int DEALS = 30;

    private final Deals deals = new Deals();
    private final List<Deal> given;

    Running(RandomGenerator random) {
        given = Deal.some(DEALS, random);
        deals.put(
                "deal",
                Deals.DEAL,
                given.stream().map(deal -> written(deal.fields())).toList());
        deals.put(
                "line",
                Deals.LINE,
                given.stream()
                        .flatMap(deal -> deal.lines().stream())
                        .map(Running::written)
                        .toList());
        deals.put(
                "account",
                Deals.ACCOUNT,
                Deal.KNOWN_ACCOUNTS.stream().map(Running::written).toList());
    }

    private static Map<String, @Nullable Object> written(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> written = new HashMap<>();
        values.forEach((field, value) -> written.put(
                field,
                switch (value) {
                    case null -> null;
                    case BigDecimal number -> number.toPlainString();
                    case List<?> options ->
                        options.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
                    case Object other -> other.toString();
                }));
        return written;
    }

    static Checked checked(String text, boolean groups) {
        return groups ? Formula.aggregate(text, Deals.NAMES) : Formula.check(text, Deals.NAMES);
    }

    /** The worlds that answers belong to, in their order: each deal, or the group of the first deals. */
    List<World> worlds(boolean groups) {
        List<World> worlds = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            worlds.add(given.get(i).world(i + 1 < given.size() ? given.get(i + 1) : null));
        }
        return groups
                ? GROUPS.stream()
                        .map(size -> World.group(worlds.subList(0, size), Instant.EPOCH))
                        .toList()
                : worlds;
    }

    /** How many deals the groups hold. */
    private static final List<Integer> GROUPS = List.of(0, 1, 6, DEALS);

    /**
     * Per world the answers of all expressions, after the moment at which they were asked.
     *
     * @throws org.jooq.exception.DataAccessException if one raises
     */
    List<List<@Nullable Object>> answers(List<Checked> expressions, boolean groups) {
        List<Field<?>> fields = new ArrayList<>(List.of(DSL.field("now()")));
        expressions.forEach(
                checked -> fields.add(Formula.compile(checked, deals.columns()).as("e" + fields.size())));
        if (groups) {
            fields.add(DSL.count()); // a constant alone would not make them one
        }
        List<Select<?>> statements = groups
                ? GROUPS.stream().<Select<?>>map(size -> group(fields, size)).toList()
                : List.of(DSL.select(fields).from(deals.from()).orderBy(DSL.field("d.version")));
        return deals.in(sql -> sql.connectionResult(connection -> {
            List<List<@Nullable Object>> answers = new ArrayList<>();
            for (Select<?> statement : statements) {
                answers.addAll(rendered(statement).list(connection, row -> values(row, expressions)));
            }
            return answers;
        }));
    }

    private Select<?> group(List<Field<?>> fields, int size) {
        return DSL.select(fields).from(deals.from()).where("d.version <= {0}", DSL.val(size));
    }

    /** As the product runs statements: with a binding of its own. */
    private static Sql rendered(Select<?> statement) {
        return Statement.of(statement).with(slot -> {
            throw new IllegalArgumentException(slot.toString());
        });
    }

    private static List<@Nullable Object> values(ResultSet row, List<Checked> expressions) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                Objects.requireNonNull(row.getObject(1, OffsetDateTime.class)).toInstant()));
        for (Checked expression : expressions) {
            values.add(value(row, values.size() + 1, expression.type()));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column, Type type) throws SQLException {
        return switch (type) {
            case Type.Date ignored -> row.getObject(column, LocalDate.class);
            case Type.DateTime ignored -> {
                OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
                yield moment == null ? null : moment.toInstant();
            }
            case Type.Choices ignored -> {
                Array options = row.getArray(column);
                yield options == null ? null : Arrays.asList((Object[]) options.getArray());
            }
            case Type ignored -> row.getObject(column);
        };
    }
}
