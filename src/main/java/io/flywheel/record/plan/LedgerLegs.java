package io.flywheel.record.plan;

import io.flywheel.catalog.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The legs of a write that keep its object's ledgers: what the old rows held is taken away, what the new ones hold is
 * added, summed by group first, so that a change of one record adds a row or two, and none if nothing summed moves.
 */
final class LedgerLegs {
    private final RowShape shape;
    private final boolean many;
    private final String name;
    private int legs;

    LedgerLegs(RowShape shape, boolean many) {
        this(shape, many, "own");
    }

    /** @param name begins the names of the legs in the statement */
    LedgerLegs(RowShape shape, boolean many, String name) {
        this.shape = shape;
        this.many = many;
        this.name = name;
    }

    /** New rows; {@code from} offers them as {@code n}. */
    void add(SqlText text, String from) {
        all().forEach(ledger -> leg(text, ledger, rows(ledger, from, "", List.of(new Side("n", 1)))));
    }

    /** Rows that go; {@code from} offers them as {@code n}. */
    void take(SqlText text, String from) {
        all().forEach(ledger -> leg(text, ledger, rows(ledger, from, "", List.of(new Side("n", -1)))));
    }

    /** Rows of which {@code changed} fields may move; {@code from} offers the old as {@code o}, the new as {@code n}. */
    void move(SqlText text, String from, Set<String> changed) {
        for (Ledger ledger : all()) {
            List<String> moved = Stream.concat(ledger.keys().stream(), ledger.sums().stream())
                    .filter(changed::contains)
                    .toList();
            if (moved.isEmpty()) {
                continue;
            }
            String where = " where " + moved.stream().map(Checks::distinct).collect(Collectors.joining(" or "));
            boolean stays = ledger.keys().stream().noneMatch(changed::contains);
            leg(
                    text,
                    ledger,
                    stays
                            ? differences(ledger, from, where)
                            : rows(ledger, from, where, List.of(new Side("o", -1), new Side("n", 1))));
        }
    }

    private record Side(String alias, int sign) {}

    private List<Ledger> all() {
        return shape.catalog.ledgers(shape.object.name());
    }

    /** Of many rows those of a group are summed up first; of one there is nothing to sum up. */
    private void leg(SqlText text, Ledger ledger, String rows) {
        String columns = names(Stream.concat(ledger.keys().stream(), ledger.added().stream()));
        text.add(", " + name + "_sums" + legs++ + " as (insert into " + shape.table(ledger.table()) + " (" + columns
                + ") ");
        if (many) {
            String keys = names(ledger.keys().stream());
            text.add("select " + keys
                    + ledger.added().stream()
                            .map(column -> ", sum(" + SqlText.name(column) + ")")
                            .collect(Collectors.joining())
                    + " from (" + rows + ") as d(" + columns + ") group by " + keys + " having "
                    + ledger.added().stream()
                            .map(column -> "sum(" + SqlText.name(column) + ") <> 0")
                            .collect(Collectors.joining(" or "))
                    + ")");
        } else {
            text.add(rows + ")");
        }
    }

    /** What each row takes away and brings. */
    private static String rows(Ledger ledger, String from, String where, List<Side> sides) {
        if (sides.size() == 1) {
            return "select " + values(ledger, sides.getFirst()) + " from " + from + where;
        }
        return "select d.* from " + from + " cross join lateral (values "
                + sides.stream().map(side -> "(" + values(ledger, side) + ")").collect(Collectors.joining(", ")) + ") d"
                + where;
    }

    private static String values(Ledger ledger, Side side) {
        List<String> values = new ArrayList<>();
        ledger.keys().forEach(key -> values.add(side.alias + "." + SqlText.name(key)));
        ledger.sums().forEach(sum -> values.add((side.sign < 0 ? "-" : "") + value(side.alias, sum)));
        values.add(Integer.toString(side.sign));
        return String.join(", ", values);
    }

    /** Where no key can move, the difference of each sum. */
    private static String differences(Ledger ledger, String from, String where) {
        List<String> values = new ArrayList<>();
        ledger.keys().forEach(key -> values.add("n." + SqlText.name(key)));
        ledger.sums().forEach(sum -> values.add(value("n", sum) + " - " + value("o", sum)));
        values.add("0");
        return "select " + String.join(", ", values) + " from " + from + where;
    }

    private static String value(String alias, String sum) {
        return "coalesce(" + alias + "." + SqlText.name(sum) + ", 0)";
    }

    private static String names(Stream<String> columns) {
        return columns.map(SqlText::name).collect(Collectors.joining(", "));
    }
}
