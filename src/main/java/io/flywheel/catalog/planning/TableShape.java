package io.flywheel.catalog.planning;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemFields;
import io.flywheel.catalog.planning.Index.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table that an object's definition asks for. */
public final class TableShape {
    private static final String OWNER = "owner";

    private final Catalog catalog;
    private final ObjectDefinition object;

    public TableShape(Catalog catalog, ObjectDefinition object) {
        this.catalog = catalog;
        this.object = object;
    }

    /** Columns by name: the system's first, then those of the stored fields. */
    public Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        Stream.concat(systemColumns(), fieldColumns()).forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    private Stream<Column> systemColumns() {
        Stream<Column> all = Stream.of(
                new Column(SystemFields.ID, "uuid", " not null"),
                new Column(SystemFields.VERSION, "integer", " not null"),
                new Column(SystemFields.CREATED_AT, "timestamptz", " not null"),
                new Column(SystemFields.CREATED_BY, "uuid", ""),
                new Column(SystemFields.UPDATED_AT, "timestamptz", " not null"),
                new Column(SystemFields.UPDATED_BY, "uuid", ""),
                new Column(SystemFields.DELETED_AT, "timestamptz", ""));
        return owner().isPresent()
                ? Stream.concat(all, Stream.of(new Column(SystemFields.OWNER_UNIT, "uuid", "")))
                : all;
    }

    private Stream<Column> fieldColumns() {
        return object.fields().values().stream()
                .filter(field -> !SystemFields.has(field.name()))
                .filter(field -> catalog.stored(object, field))
                .map(Column::of);
    }

    private Optional<String> owner() {
        return object.role(OWNER).map(FieldDefinition::name);
    }

    /** Indexes, none of which is served by another. */
    public List<Index> indexes() {
        List<Index> all = new ArrayList<>();
        fields().filter(FieldDefinition::unique).forEach(field -> all.add(index(true, field.name())));
        object.unique().forEach(set -> all.add(index(true, set.toArray(String[]::new))));
        object.indexes().forEach(set -> all.addAll(lists(set)));
        fields().filter(this::single).forEach(field -> all.add(index(false, field.name())));
        owner().ifPresent(owner -> {
            all.add(index(false, owner));
            all.add(index(false, SystemFields.OWNER_UNIT));
        });
        all.add(index(false, SystemFields.CREATED_AT));
        return all.stream()
                .distinct()
                .filter(index -> all.stream().noneMatch(other -> index.coveredBy(other) || twin(index, other)))
                .toList();
    }

    private Stream<FieldDefinition> fields() {
        return object.fields().values().stream().filter(field -> !SystemFields.has(field.name()));
    }

    private boolean single(FieldDefinition field) {
        return field.indexed() || field.type() instanceof FieldType.Referring;
    }

    /** A plain index beside a unique one over the same columns. */
    private static boolean twin(Index index, Index other) {
        return !index.unique() && other.unique() && index.keys().equals(other.keys());
    }

    private Index index(boolean unique, String... columns) {
        return new Index(
                object.name(),
                Stream.of(columns).map(column -> new Key(column, false)).toList(),
                List.of(),
                unique);
    }

    /**
     * For lists that filter by the first fields and sort by the last: large scopes walk the index and check the owner
     * in it, middle scopes walk one stretch per unit, small scopes use the index of the owner.
     */
    private List<Index> lists(List<String> set) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            keys.add(new Key(set.get(i), set.size() > 1 && i == set.size() - 1));
        }
        keys.add(new Key(SystemFields.ID, false));
        Optional<String> owner = owner().filter(name -> !set.contains(name));
        List<Index> all = new ArrayList<>();
        all.add(new Index(object.name(), keys, owner.stream().toList(), false));
        if (owner.isPresent()) {
            List<Key> byUnit = new ArrayList<>(List.of(new Key(SystemFields.OWNER_UNIT, false)));
            byUnit.addAll(keys);
            all.add(new Index(object.name(), byUnit, owner.stream().toList(), false));
        }
        return all;
    }
}
