package io.flywheel.record.log;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Holds kept sums against a recount of the records, in one snapshot. Reads whole tables: an operator's question. */
@Component
public final class LedgerRecount {
    private final Database database;

    LedgerRecount(Database database) {
        this.database = database;
    }

    /**
     * @param by the fields that are summed by, the owner included
     * @param filled whether the sums are complete, and so are answered by
     * @param rows of the ledger's table
     * @param differing groups whose kept sums are not those of their records; nought unless something is wrong
     */
    public record Counted(
            String object, List<String> by, List<String> sums, boolean filled, long rows, long differing) {}

    /** Every summary of a workspace. */
    public List<Counted> all(Workspace workspace, Catalog catalog) {
        List<Counted> all = new ArrayList<>();
        for (ObjectDefinition object : catalog.objects().values()) {
            for (Ledger ledger : catalog.ledgers(object.name())) {
                all.add(counted(workspace, catalog, ledger));
            }
        }
        return all;
    }

    private Counted counted(Workspace workspace, Catalog catalog, Ledger ledger) {
        String statement = statement(workspace, ledger);
        return database.in(
                workspace,
                connection -> Sql.of(statement)
                        .first(
                                connection,
                                row -> new Counted(
                                        ledger.object(),
                                        ledger.keys(),
                                        ledger.sums(),
                                        catalog.filled(ledger),
                                        row.getLong(1),
                                        row.getLong(2)))
                        .orElseThrow());
    }

    private static String statement(Workspace workspace, Ledger ledger) {
        return "select (select count(*) from " + table(workspace, ledger.table()) + "), "
                + differing(workspace, ledger, ledger.keys(), Ledger.WHOLE) + " + "
                + differing(workspace, ledger, ledger.keysBesideOwner(), Ledger.FOLDED);
    }

    /**
     * The groups by {@code keys} that are not the same in the rows of all levels but one and in the records. Equal
     * numbers with other digits after the point are equal: groups are compared as values, not as text.
     */
    private static String differing(Workspace workspace, Ledger ledger, List<String> keys, int besides) {
        String groups =
                keys.isEmpty() ? "()" : keys.stream().map(LedgerRecount::quoted).collect(Collectors.joining(", "));
        String columns = keys.stream().map(key -> quoted(key) + ", ").collect(Collectors.joining());
        String some = ledger.added().stream()
                .map(name -> "sum(" + quoted(name) + ") <> 0")
                .collect(Collectors.joining(" or "));
        String kept = "select " + columns + "sum(" + Ledger.ROWS + ")::bigint"
                + sums(ledger.sums().stream().map(ledger::column)) + " from " + table(workspace, ledger.table())
                + " where " + Ledger.LEVEL + " <> " + besides + " group by " + groups + " having " + some;
        String recounted = "select " + columns + "count(*)" + sums(ledger.sums().stream()) + " from "
                + table(workspace, ledger.object()) + " where deleted_at is null group by " + groups
                + " having count(*) > 0";
        return "(select count(*) from ((" + kept + " except " + recounted + ") union all (" + recounted + " except "
                + kept + ")) x)";
    }

    private static String sums(Stream<String> columns) {
        return columns.map(name -> ", coalesce(sum(" + quoted(name) + "), 0)").collect(Collectors.joining());
    }

    private static String table(Workspace workspace, String name) {
        return quoted(workspace.schema()) + "." + quoted(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
