package io.flywheel.catalog.running;

import io.flywheel.catalog.planning.Change;
import io.flywheel.catalog.planning.Column;
import io.flywheel.catalog.planning.Index;
import io.flywheel.catalog.planning.Names;
import java.util.ArrayList;
import java.util.List;

/** The statements of a change: only forms that neither rewrite a table nor hold a lock for long. */
final class Ddl {
    private static final String SETTINGS = " with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05,"
            + " autovacuum_analyze_scale_factor = 0.02)";

    private final String schema;

    Ddl(String schema) {
        this.schema = schema;
    }

    /** What belongs into the transaction of the publication; nothing for what is done aside or later. */
    List<String> statements(Change change) {
        return switch (change) {
            case Change.CreateTable create -> create(create);
            case Change.AddColumn add -> List.of(alter(add.object()) + "add column if not exists " + sql(add.column()));
            case Change.DropStrayColumn drop ->
                List.of(alter(drop.object()) + "drop column if exists " + Names.quoted(drop.column()));
            case Change.AddIndex add -> add.aside() ? List.of() : rebuilt(add.index());
            case Change.DropIndex drop -> List.of("drop index if exists " + Names.qualified(schema, drop.index()));
            case Change.CreateLedger create -> create.statements(schema);
            case Change.DropLedger ignored -> List.of();
            case Change.Fill ignored -> List.of();
            case Change.RetireField ignored -> List.of();
            case Change.RestoreField ignored -> List.of();
            case Change.RetireObject ignored -> List.of();
        };
    }

    private List<String> create(Change.CreateTable create) {
        List<String> statements = new ArrayList<>();
        String columns =
                String.join(", ", create.columns().stream().map(Ddl::sql).toList());
        statements.add("create table " + Names.qualified(schema, create.object()) + " (" + columns + ", constraint "
                + Names.quoted("pk_" + Names.digest(create.object())) + " primary key (id))" + SETTINGS);
        create.indexes().forEach(index -> statements.add(index.sql(schema, false)));
        return statements;
    }

    /** An index that is there but cannot be used was left by a building that failed. */
    private List<String> rebuilt(Index index) {
        return List.of("drop index if exists " + Names.qualified(schema, index.name()), index.sql(schema, false));
    }

    private String alter(String table) {
        return "alter table " + Names.qualified(schema, table) + " ";
    }

    private static String sql(Column column) {
        return column.sql();
    }
}
