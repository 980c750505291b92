package io.flywheel.record.plan;

import io.flywheel.catalog.Catalog;
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
    private final String name;
    private int legs;

    LedgerLegs(RowShape shape) {
        this(shape, "own");
    }

    /** @param name begins the names of the legs in the statement */
    LedgerLegs(RowShape shape, String name) {
        this.shape = shape;
        this.name = name;
    }

    /** New rows; {@code from} offers them as {@code n}. */
    void add(SqlText text, String from) {
        all().forEach(ledger -> leg(text, ledger, from, List.of(new Side("n", 1))));
    }

    /** Rows that go; {@code from} offers them as {@code n}. */
    void take(SqlText text, String from) {
        all().forEach(ledger -> leg(text, ledger, from, List.of(new Side("n", -1))));
    }

    /** Rows of which {@code changed} fields may move; {@code from} offers the old as {@code o}, the new as {@code n}. */
    void move(SqlText text, String from, Set<String> changed) {
        all().stream()
                .filter(ledger -> fields(ledger).map(Stored::field).anyMatch(changed::contains))
                .forEach(ledger -> leg(text, ledger, from, List.of(new Side("o", -1), new Side("n", 1))));
    }

    private record Side(String alias, int sign) {}

    private record Stored(String field, String column) {}

    private List<Ledger> all() {
        Catalog catalog = shape.catalog;
        return catalog.ledgers(shape.object.name());
    }

    private static Stream<Stored> fields(Ledger ledger) {
        return Stream.concat(
                ledger.keys().stream().map(key -> new Stored(key, key)),
                ledger.sums().stream().map(sum -> new Stored(sum, ledger.column(sum))));
    }

    private void leg(SqlText text, Ledger ledger, String from, List<Side> sides) {
        List<String> sums = Stream.concat(ledger.sums().stream().map(ledger::column), Stream.of(Ledger.ROWS))
                .toList();
        String columns = Stream.concat(ledger.keys().stream(), sums.stream())
                .map(SqlText::name)
                .collect(Collectors.joining(", "));
        String keys = ledger.keys().stream().map(SqlText::name).collect(Collectors.joining(", "));
        String added = sums.stream()
                .map(column -> ", sum(" + SqlText.name(column) + ")")
                .collect(Collectors.joining());
        String moved = sums.stream()
                .map(column -> "sum(" + SqlText.name(column) + ") <> 0")
                .collect(Collectors.joining(" or "));
        text.add(", " + name + "_sums" + legs++ + " as (insert into " + shape.table(ledger.table()) + " (" + columns
                + ") select " + keys + added + " from (select d.* from " + from + " cross join lateral (values "
                + sides.stream().map(side -> values(ledger, side)).collect(Collectors.joining(", ")) + ") d(" + columns
                + ")) d group by " + keys + " having " + moved + ")");
    }

    private static String values(Ledger ledger, Side side) {
        List<String> values = new ArrayList<>();
        ledger.keys().forEach(key -> values.add(side.alias + "." + SqlText.name(key)));
        ledger.sums()
                .forEach(sum -> values.add(
                        (side.sign < 0 ? "-" : "") + "coalesce(" + side.alias + "." + SqlText.name(sum) + ", 0)"));
        values.add(Integer.toString(side.sign));
        return "(" + String.join(", ", values) + ")";
    }
}
