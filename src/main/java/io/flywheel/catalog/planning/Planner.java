package io.flywheel.catalog.planning;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemFields;
import io.flywheel.catalog.compiling.Signatures;
import io.flywheel.catalog.planning.Tables.Table;
import io.flywheel.kernel.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans what leads from the tables that stand to those that the definitions ask for. */
public final class Planner {
    private static final Label UNIT = new Label("负责人的团队", "the owner's team");

    private final Tables tables;
    private final Catalog before;
    private final Catalog after;
    private final List<Change> changes = new ArrayList<>();

    private Planner(Tables tables, Catalog before, Catalog after) {
        this.tables = tables;
        this.before = before;
        this.after = after;
    }

    /**
     * @param before what is published, and below it what was retired: nothing of that may be lost
     * @param after what shall be published
     */
    public static List<Change> plan(Tables tables, Catalog before, Catalog after) {
        Planner planner = new Planner(tables, before, after);
        after.objects().values().forEach(planner::object);
        before.objects().values().stream()
                .filter(object -> !after.objects().containsKey(object.name()))
                .forEach(object -> planner.changes.add(
                        new Change.RetireObject(object.name(), object.label(), planner.rows(object))));
        return List.copyOf(planner.changes);
    }

    private long rows(ObjectDefinition object) {
        return tables.table(object.name()).map(Table::rows).orElse(0L);
    }

    private void object(ObjectDefinition object) {
        TableShape shape = new TableShape(after, object);
        Optional<Table> standing = tables.table(object.name());
        if (standing.isEmpty()) {
            changes.add(new Change.CreateTable(
                    object.name(), object.label(), List.copyOf(shape.columns().values()), shape.indexes()));
            after.ledgers(object.name()).forEach(ledger -> changes.add(LedgerShape.create(object, ledger)));
            return;
        }
        columns(object, standing.get(), shape);
        indexes(object, standing.get(), shape);
        fields(object, standing.get());
        fills(object, standing.get());
        ledgers(object, standing.get());
    }

    private void columns(ObjectDefinition object, Table table, TableShape shape) {
        for (Column column : shape.columns().values()) {
            String type = table.columns().get(column.name());
            if (type != null && !type.equals(column.type())) {
                changes.add(new Change.DropStrayColumn(object.name(), column.name()));
            }
            if (type == null || !type.equals(column.type())) {
                changes.add(new Change.AddColumn(object.name(), label(object, column), column, table.rows()));
            }
        }
    }

    private static Label label(ObjectDefinition object, Column column) {
        return object.field(column.name()).map(FieldDefinition::label).orElse(Label.same(column.name()));
    }

    private void indexes(ObjectDefinition object, Table table, TableShape shape) {
        List<Index> wanted = shape.indexes();
        for (Index index : wanted) {
            Boolean usable = table.indexes().get(index.name());
            if (usable == null || !usable) {
                changes.add(new Change.AddIndex(object.name(), index, table.rows(), !table.small()));
            }
        }
        Set<String> names = wanted.stream().map(Index::name).collect(Collectors.toSet());
        table.indexes().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> changes.add(new Change.DropIndex(object.name(), name)));
    }

    private void fields(ObjectDefinition object, Table table) {
        before.object(object.name()).ifPresent(was -> {
            object.retired().values().stream()
                    .filter(field -> was.fields().containsKey(field.name()))
                    .forEach(field -> changes.add(
                            new Change.RetireField(object.name(), field.name(), field.label(), table.rows())));
            object.fields().values().stream()
                    .filter(field -> was.retired().containsKey(field.name()))
                    .forEach(field -> changes.add(
                            new Change.RestoreField(object.name(), field.name(), field.label(), table.rows())));
        });
    }

    /** A ledger over a table that stands is always filled: records may be written before its first delta. */
    private void ledgers(ObjectDefinition object, Table table) {
        List<Ledger> were = before.ledgers(object.name());
        List<Ledger> wanted = after.ledgers(object.name());
        for (Ledger ledger : wanted) {
            if (!were.contains(ledger)) {
                changes.add(LedgerShape.create(object, ledger));
                String keys = String.join(", ", ledger.keys());
                changes.add(new Change.Fill(
                        object.name(),
                        ledger.table(),
                        new Label("按 " + keys + " 的汇总", "sums by " + keys),
                        table.rows()));
            }
        }
        were.stream()
                .filter(ledger -> !wanted.contains(ledger))
                .forEach(ledger -> changes.add(new Change.DropLedger(object.name(), ledger)));
    }

    private void fills(ObjectDefinition object, Table table) {
        if (table.rows() == 0) {
            return;
        }
        ownerUnits(object, table);
        Map<String, String> were = Signatures.of(before, object.name());
        Signatures.of(after, object.name()).forEach((name, signature) -> {
            boolean same = signature.equals(were.get(name)) && table.columns().containsKey(name);
            if (!same) {
                FieldDefinition field = object.field(name).orElseThrow();
                changes.add(new Change.Fill(object.name(), name, field.label(), table.rows()));
            }
        });
    }

    /** Which field names the owner is a matter of definition; records that are there already get their unit by it. */
    private void ownerUnits(ObjectDefinition object, Table table) {
        Optional<FieldDefinition> owner = object.role("owner");
        Optional<FieldDefinition> was = before.object(object.name()).flatMap(known -> known.role("owner"));
        boolean same = owner.map(FieldDefinition::name).equals(was.map(FieldDefinition::name));
        if (owner.isPresent() && (!same || !table.columns().containsKey(SystemFields.OWNER_UNIT))) {
            changes.add(new Change.Fill(object.name(), SystemFields.OWNER_UNIT, UNIT, table.rows()));
        }
    }
}
