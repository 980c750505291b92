package io.flywheel.exchange.job;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.exchange.value.DayOrder;
import io.flywheel.exchange.value.Emptiness;
import io.flywheel.exchange.value.Parsers;
import io.flywheel.exchange.value.Unreadable;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.record.Batch;
import io.flywheel.record.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes back what an import did, by the change log: changed records get their old values, unless somebody changed them
 * since; made ones go to the recycle bin.
 */
@Component
class Undoing {
    private static final int SIZE = 2_000;

    private final Database database;
    private final Catalogs catalogs;
    private final Records records;

    Undoing(Database database, Catalogs catalogs, Records records) {
        this.database = database;
        this.catalogs = catalogs;
        this.records = records;
    }

    /** @return what was done, in words */
    List<Fault> undo(Actor actor, UUID job) {
        Catalog catalog = catalogs.of(actor.workspace());
        int restored = 0;
        int deleted = 0;
        int kept = 0;
        for (String name : objects(actor, job)) {
            ObjectDefinition object = catalog.object(name).orElse(null);
            if (object != null) {
                kept += changedSince(actor, job, object);
                restored += restore(actor, job, object);
                deleted += delete(actor, job, object);
            }
        }
        return List.of(
                new Fault("", "exchange.undone", Map.of("deleted", deleted, "restored", restored, "kept", kept)));
    }

    private List<String> objects(Actor actor, UUID job) {
        return database.in(
                actor.workspace(),
                connection -> Sql.of(
                                "select distinct object from " + Imports.table(actor.workspace(), "sys_change_log")
                                        + " where cause = ?",
                                job)
                        .list(connection, row -> row.getString(1)));
    }

    /** Records that the import changed but did not make, and whether they are still as it left them. */
    private String changed(Actor actor, ObjectDefinition object) {
        return " from (select record, max(version) as last, min(version) as first from "
                + Imports.table(actor.workspace(), "sys_change_log")
                + " where cause = ? and object = ? group by record having bool_and(operation = 'u')) l join "
                + Imports.table(actor.workspace(), object.name()) + " t on t.id = l.record and t.deleted_at is null";
    }

    private int changedSince(Actor actor, UUID job, ObjectDefinition object) {
        return database.in(
                actor.workspace(),
                connection -> Sql.of(
                                "select count(*)" + changed(actor, object) + " where t.version <> l.last",
                                job,
                                object.name())
                        .first(connection, row -> row.getInt(1))
                        .orElse(0));
    }

    private int restore(Actor actor, UUID job, ObjectDefinition object) {
        int restored = 0;
        UUID after = new UUID(0, 0);
        for (List<Old> page = old(actor, job, object, after); !page.isEmpty(); page = old(actor, job, object, after)) {
            after = page.getLast().id;
            Map<List<String>, List<Batch.Row>> byFields = new LinkedHashMap<>();
            for (Old old : page) {
                List<String> fields = List.copyOf(old.values.keySet());
                byFields.computeIfAbsent(fields, none -> new ArrayList<>())
                        .add(new Batch.Row(
                                1, old.id, old.version, old.values.values().toArray()));
            }
            for (Map.Entry<List<String>, List<Batch.Row>> group : byFields.entrySet()) {
                Batch batch = new Batch(
                        object.name(), Batch.Operation.CHANGE, group.getKey(), numbered(group.getValue()), true, null);
                restored += records.write(actor, batch).written().size();
            }
        }
        return restored;
    }

    private static List<Batch.Row> numbered(List<Batch.Row> rows) {
        List<Batch.Row> numbered = new ArrayList<>();
        for (Batch.Row row : rows) {
            numbered.add(new Batch.Row(numbered.size() + 1, row.id(), row.version(), row.values()));
        }
        return numbered;
    }

    private record Old(UUID id, int version, Map<String, @Nullable Object> values) {}

    /** The values before the import's first change of each field, of records that nobody changed since. */
    private List<Old> old(Actor actor, UUID job, ObjectDefinition object, UUID after) {
        String text = "select l.record, t.version, (select json_agg(c.diff order by c.version desc) from "
                + Imports.table(actor.workspace(), "sys_change_log")
                + " c where c.cause = ? and c.record = l.record)" + changed(actor, object)
                + " where t.version = l.last and l.record > ? order by l.record limit " + SIZE;
        return database.in(
                actor.workspace(),
                connection -> Sql.of(text, job, job, object.name(), after)
                        .list(
                                connection,
                                row -> new Old(
                                        row.getObject(1, UUID.class),
                                        row.getInt(2),
                                        values(object, row.getString(3)))));
    }

    private static Map<String, @Nullable Object> values(ObjectDefinition object, String diffs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (JsonNode diff : JsonMapper.shared().readTree(diffs)) {
            diff.properties().forEach(entry -> {
                FieldDefinition field = object.fields().get(entry.getKey());
                if (field != null && !field.system() && !(field.type() instanceof FieldType.Computed)) {
                    values.put(field.name(), value(field, entry.getValue().path(0)));
                }
            });
        }
        return values;
    }

    private static @Nullable Object value(FieldDefinition field, JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        if (field.type() instanceof FieldType.Referring) {
            return UUID.fromString(json.asString());
        }
        if (json.isArray()) {
            List<String> keys = new ArrayList<>();
            json.forEach(key -> keys.add(key.asString()));
            return keys.toArray(String[]::new);
        }
        try {
            return Parsers.of(field.type(), Emptiness.NOTHING, DayOrder.MONTH_FIRST, java.time.ZoneOffset.UTC)
                    .parse(json.asString());
        } catch (Unreadable broken) {
            throw new IllegalStateException("the change log holds what its field cannot: " + field.name(), broken);
        }
    }

    private int delete(Actor actor, UUID job, ObjectDefinition object) {
        String text = "select distinct l.record from " + Imports.table(actor.workspace(), "sys_change_log") + " l join "
                + Imports.table(actor.workspace(), object.name())
                + " t on t.id = l.record and t.deleted_at is null where l.cause = ? and l.object = ?"
                + " and l.operation = 'c' and l.record > ? order by l.record limit " + SIZE;
        int deleted = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<UUID> page = database.in(
                    actor.workspace(),
                    connection -> Sql.of(text, job, object.name(), from)
                            .list(connection, row -> row.getObject(1, UUID.class)));
            if (page.isEmpty()) {
                return deleted;
            }
            after = page.getLast();
            List<Batch.Row> rows = page.stream()
                    .map(id -> new Batch.Row(1, id, null, new @Nullable Object[0]))
                    .toList();
            Batch batch = new Batch(object.name(), Batch.Operation.DELETE, List.of(), numbered(rows), true, null);
            deleted += records.write(actor, batch).written().size();
        }
    }
}
