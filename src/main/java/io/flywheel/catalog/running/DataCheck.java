package io.flywheel.catalog.running;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.checking.Words;
import io.flywheel.catalog.planning.Change;
import io.flywheel.catalog.planning.Index;
import io.flywheel.catalog.planning.Names;
import io.flywheel.catalog.planning.Tables;
import io.flywheel.catalog.planning.TypeChange;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the records that are there allow what shall be published. */
public final class DataCheck {
    private static final int SHOWN = 5;

    private final String schema;
    private final Connection connection;
    private final Faults faults;

    public DataCheck(String schema, Connection connection, Faults faults) {
        this.schema = schema;
        this.connection = connection;
        this.faults = faults;
    }

    /**
     * Every value must fit the new type of its field.
     *
     * @param known all that was ever published, retired definitions and fields included
     */
    public void types(Catalog known, Catalog after, Tables tables) throws SQLException {
        for (ObjectDefinition object : after.objects().values()) {
            ObjectDefinition was = known.object(object.name()).orElse(null);
            Tables.Table table = tables.table(object.name()).orElse(null);
            if (was == null || table == null || was == object) {
                continue;
            }
            for (FieldDefinition field : all(object)) {
                for (FieldDefinition old : all(was)) {
                    if (old.name().equals(field.name()) && !old.system()) {
                        type(object, old, field, table);
                    }
                }
            }
        }
    }

    private static List<FieldDefinition> all(ObjectDefinition object) {
        return Stream.concat(object.fields().values().stream(), object.retired().values().stream())
                .toList();
    }

    private void type(ObjectDefinition object, FieldDefinition old, FieldDefinition field, Tables.Table table)
            throws SQLException {
        String path = "object/" + object.name() + ".fields." + field.name() + ".type";
        switch (TypeChange.between(old.type(), field.type())) {
            case TypeChange.Safe ignored -> {}
            case TypeChange.Refused ignored ->
                faults.add(
                        path,
                        "catalog.type-change-refused",
                        "before",
                        Words.of(old.type()),
                        "after",
                        Words.of(field.type()));
            case TypeChange.Narrowing narrowing -> {
                if (table.columns().containsKey(field.name())) {
                    narrow(path, object, field, narrowing);
                }
            }
        }
    }

    private void narrow(String path, ObjectDefinition object, FieldDefinition field, TypeChange.Narrowing narrowing)
            throws SQLException {
        String text = "select count(*) from (select " + Names.quoted(field.name()) + " as x from "
                + Names.qualified(schema, object.name()) + ") v where " + narrowing.misfit();
        long misfits = Sql.of(text, narrowing.binds().toArray())
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
        if (misfits > 0) {
            faults.add(path, "catalog.values-do-not-fit", "count", misfits);
        }
    }

    /** What shall be unique must be so already. */
    public void duplicates(List<Change> changes, Tables tables) throws SQLException {
        for (Change change : changes) {
            if (change instanceof Change.AddIndex add && add.index().unique() && add.rows() > 0) {
                Map<String, String> columns =
                        tables.table(add.object()).orElseThrow().columns();
                if (columns.keySet().containsAll(add.index().columns())) {
                    duplicates(add.object(), add.index());
                }
            }
        }
    }

    private void duplicates(String object, Index index) throws SQLException {
        List<String> columns = index.columns().stream().map(Names::quoted).toList();
        String keys = String.join(", ", columns);
        String present = columns.stream().map(column -> column + " is not null").collect(Collectors.joining(" and "));
        String text = "select concat_ws(' + ', " + keys + "), count(*) from "
                + Names.qualified(schema, object) + " where deleted_at is null and " + present + " group by " + keys
                + " having count(*) > 1 order by 2 desc, 1 limit " + SHOWN;
        List<String> some = Sql.of(text).list(connection, row -> row.getString(1) + " (" + row.getLong(2) + "×)");
        if (!some.isEmpty()) {
            boolean alone = index.columns().size() == 1;
            String path =
                    "object/" + object + (alone ? ".fields." + index.columns().getFirst() + ".unique" : ".unique");
            faults.add(new Fault(
                    path,
                    "catalog.values-repeated",
                    Map.of("fields", String.join(", ", index.columns()), "values", String.join(", ", some))));
        }
    }
}
