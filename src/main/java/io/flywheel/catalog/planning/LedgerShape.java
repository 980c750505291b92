package io.flywheel.catalog.planning;

import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import java.util.ArrayList;
import java.util.List;

/** The table of a ledger. Rows come and go by the thousand, so it is cleaned by their number, not by their share. */
public final class LedgerShape {
    private static final String SETTINGS = " with (autovacuum_vacuum_scale_factor = 0.0,"
            + " autovacuum_vacuum_threshold = 5000, autovacuum_analyze_threshold = 5000)";

    private LedgerShape() {}

    public static Change.CreateLedger create(ObjectDefinition object, Ledger ledger) {
        List<Column> columns = new ArrayList<>();
        ledger.keys()
                .forEach(name -> columns.add(plain(Column.of(object.field(name).orElseThrow()))));
        ledger.sums().forEach(name -> columns.add(new Column(ledger.column(name), "numeric", " not null")));
        columns.add(new Column(Ledger.ROWS, "bigint", " not null"));
        columns.add(new Column(Ledger.LEVEL, "smallint", " not null default " + Ledger.DELTA));
        return new Change.CreateLedger(object.name(), ledger, List.copyOf(columns));
    }

    private static Column plain(Column column) {
        return new Column(column.name(), column.type(), column.tail().replace(" default 0", ""));
    }

    static List<String> statements(String schema, Change.CreateLedger create) {
        String table = Names.qualified(schema, create.ledger().table());
        List<String> statements = new ArrayList<>();
        statements.add("create table if not exists " + table + " ("
                + String.join(", ", create.columns().stream().map(Column::sql).toList()) + ")" + SETTINGS);
        if (create.ledger().owner() != null) {
            statements.add("create index if not exists "
                    + Names.quoted("ix_" + create.ledger().table()) + " on " + table + " ("
                    + Names.quoted(create.ledger().owner()) + ")");
        }
        return statements;
    }
}
