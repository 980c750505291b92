package io.flywheel.exchange.job;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RowScope;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.exchange.mapping.Target;
import io.flywheel.exchange.value.Normal;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Nearest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records a reference may mean, by any of their keys: unique fields first, then the title. A target of moderate size
 * is read once for the whole import; a larger one is asked for each chunk's keys, in one statement.
 */
final class Keys {
    private static final int CACHED = 100_000;

    private final Database database;
    private final Actor actor;
    private final ObjectDefinition target;
    private final List<String> fields;
    private final String visible;
    private final List<@Nullable Object> visibleBinds = new ArrayList<>();
    private final boolean whole;
    private List<KeyIndex> indexes = List.of();

    Keys(Database database, Access access, Actor actor, ObjectDefinition target, Target reference) {
        this.database = database;
        this.actor = actor;
        this.target = target;
        this.fields = keyFields(target, reference.by());
        this.visible = visible(access);
        this.whole = size() <= CACHED;
        reload();
    }

    /** The fields by which a record can be named. */
    static List<String> keyFields(ObjectDefinition target, @Nullable String by) {
        Set<String> fields = new LinkedHashSet<>();
        if (by != null) {
            return List.of(by);
        }
        for (FieldDefinition field : target.fields().values()) {
            boolean stored =
                    !(field.type() instanceof FieldType.Computed) || field.type() instanceof FieldType.AutoNumber;
            boolean named = field.unique() || field.type() instanceof FieldType.AutoNumber;
            if (named && stored && !field.retired() && !(field.type() instanceof FieldType.Referring)) {
                fields.add(field.name());
            }
        }
        target.role("title").map(FieldDefinition::name).ifPresent(fields::add);
        return List.copyOf(fields);
    }

    private String visible(Access access) {
        return switch (access.on(actor, target.name()).scope(Right.SEE)) {
            case RowScope.All ignored -> "";
            // Lines are nobody's key: a file names records.
            case RowScope.None _, RowScope.Through _ -> " and false";
            case RowScope.Owners owners -> {
                Optional<FieldDefinition> owner = target.role("owner");
                if (owner.isEmpty()) {
                    yield " and false";
                }
                visibleBinds.add(owners.members().toArray(UUID[]::new));
                yield " and \"" + owner.get().name() + "\" = any(?)";
            }
        };
    }

    private int size() {
        return database.in(
                actor.workspace(),
                connection -> new Sql(
                                "select count(*) from (select 1" + from() + " limit " + (CACHED + 1) + ") counted",
                                visibleBinds)
                        .first(connection, row -> row.getInt(1))
                        .orElse(0));
    }

    private String from() {
        return " from " + Imports.table(actor.workspace(), target.name()) + " where deleted_at is null" + visible;
    }

    /** Reads a cached target anew, after the import has made records of it. */
    void reload() {
        if (whole) {
            indexes = database.in(actor.workspace(), connection -> read(connection, "", List.of()));
        }
    }

    private List<KeyIndex> read(Connection connection, String condition, List<@Nullable Object> binds)
            throws SQLException {
        List<KeyIndex> read = new ArrayList<>();
        StringBuilder columns = new StringBuilder("select id");
        for (String field : fields) {
            read.add(new KeyIndex());
            columns.append(", \"").append(field).append("\"::text");
        }
        List<@Nullable Object> all = new ArrayList<>(visibleBinds);
        all.addAll(binds);
        new Sql(columns + from() + condition, all).list(connection, row -> {
            UUID id = row.getObject(1, UUID.class);
            for (int i = 0; i < fields.size(); i++) {
                String key = row.getString(i + 2);
                if (key != null && !key.isEmpty()) {
                    read.get(i).add(id, key);
                }
            }
            return id;
        });
        return read;
    }

    /** Makes ready for a chunk's keys. */
    void prepare(Collection<String> texts) {
        if (whole || texts.isEmpty()) {
            return;
        }
        String[] exact = texts.toArray(String[]::new);
        indexes = database.in(actor.workspace(), connection -> read(connection, anyOf("\"%s\"::text"), binds(exact)));
        String[] left = texts.stream()
                .filter(text -> find(text) == null)
                .map(Normal::letters)
                .toArray(String[]::new);
        if (left.length > 0) {
            String letters = "lower(regexp_replace(normalize(\"%s\"::text, NFKC), '[^[:alnum:]]+', '', 'g'))";
            List<KeyIndex> near =
                    database.in(actor.workspace(), connection -> read(connection, anyOf(letters), binds(left)));
            List<KeyIndex> both = new ArrayList<>(indexes);
            both.addAll(near);
            indexes = both;
        }
    }

    private String anyOf(String column) {
        StringBuilder condition = new StringBuilder(" and (false");
        for (String field : fields) {
            condition.append(" or ").append(column.formatted(field)).append(" = any(?)");
        }
        return condition.append(")").toString();
    }

    private List<@Nullable Object> binds(String[] texts) {
        List<@Nullable Object> binds = new ArrayList<>();
        fields.forEach(field -> binds.add(texts));
        return binds;
    }

    /** The record that a key names, {@link KeyIndex#SEVERAL}, or null. */
    @Nullable
    UUID find(String text) {
        for (KeyIndex index : indexes) {
            UUID exact = index.exact(text);
            if (exact != null) {
                return exact;
            }
        }
        for (KeyIndex index : indexes) {
            UUID near = index.byLetters(text);
            if (near != null) {
                return near;
            }
        }
        return null;
    }

    /** The nearest key there is; for a target that is not in memory, none. */
    Optional<String> nearest(String text) {
        return indexes.isEmpty() || !whole
                ? Optional.empty()
                : Nearest.to(text, indexes.getLast().keys());
    }

    ObjectDefinition target() {
        return target;
    }
}
