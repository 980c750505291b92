package io.flywheel.exchange.job;

import io.flywheel.access.Access;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.exchange.mapping.Target;
import io.flywheel.kernel.Fault;
import io.flywheel.record.Batch;
import io.flywheel.record.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the keys in a chunk's reference columns into ids: per column, not per row. */
final class References {
    /** Looking for the nearest of many keys costs time: only so many unknown ones get a suggestion. */
    private static final int SUGGESTED = 200;

    private final Course course;
    private final Database database;
    private final Access access;
    private final Records records;
    private final Map<Integer, Keys> keys = new HashMap<>();
    private int suggested;

    References(Course course, Database database, Access access, Records records) {
        this.course = course;
        this.database = database;
        this.access = access;
        this.records = records;
    }

    /** What a chunk's keys led to: those that named nothing. */
    record Found(List<Refusals.Missing> missing) {}

    /** @param itself whether the references to the imported object itself are meant, or all others */
    Found resolve(List<Typed> chunk, boolean itself) {
        List<Refusals.Missing> missing = new ArrayList<>();
        for (int i = 0; i < course.targets().size(); i++) {
            Target target = course.targets().get(i);
            if (target.field().type() instanceof FieldType.Referring referring
                    && course.refersToItself(target) == itself) {
                resolve(chunk, i, target, referring.object(), missing);
            }
        }
        return new Found(missing);
    }

    private void resolve(
            List<Typed> chunk, int position, Target target, String object, List<Refusals.Missing> missing) {
        Map<String, @Nullable UUID> ids = new LinkedHashMap<>();
        for (Typed row : chunk) {
            if (row.values[position] instanceof String text) {
                ids.put(text, null);
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        Keys known = keys.computeIfAbsent(position, at -> keys(target, object));
        known.prepare(ids.keySet());
        if (target.create()) {
            create(known, ids.keySet());
        }
        Map<String, String> suggestions = new HashMap<>();
        ids.replaceAll((text, none) -> id(known, target, text, suggestions));
        Map<String, Integer> unknown = new LinkedHashMap<>();
        for (Typed row : chunk) {
            if (row.values[position] instanceof String text) {
                UUID id = ids.get(text);
                row.values[position] = id == KeyIndex.SEVERAL ? null : id;
                refuse(row, target, text, id, suggestions.get(text));
                if (id == null && !target.optional()) {
                    unknown.merge(text, 1, Integer::sum);
                }
            }
        }
        unknown.forEach((text, rows) ->
                missing.add(new Refusals.Missing(target.field().name(), text, suggestions.get(text), rows)));
    }

    private Keys keys(Target target, String object) {
        ObjectDefinition definition = course.catalog().object(object).orElseThrow();
        return new Keys(database, access, course.actor(), definition, target);
    }

    private @Nullable UUID id(Keys known, Target target, String text, Map<String, String> suggestions) {
        UUID id = known.find(text);
        if (id != null) {
            return id;
        }
        if (text.length() == 36 && text.charAt(8) == '-' && text.matches("[0-9a-fA-F-]{36}")) {
            return UUID.fromString(text); // an id; whether it is there, the write tells
        }
        if (suggested < SUGGESTED || target.fuzzy()) {
            suggested++;
            Optional<String> nearest = known.nearest(text);
            nearest.ifPresent(near -> suggestions.put(text, near));
            return target.fuzzy() ? nearest.map(known::find).orElse(null) : null;
        }
        return null;
    }

    private static void refuse(Typed row, Target target, String text, @Nullable UUID id, @Nullable String suggestion) {
        if (id == KeyIndex.SEVERAL) {
            row.faults.add(fault(target, "exchange.reference-several", text, ""));
        } else if (id == null && !target.create() && !target.optional()) {
            String code = suggestion == null ? "exchange.reference-missing" : "exchange.reference-near";
            row.faults.add(fault(target, code, text, suggestion == null ? "" : suggestion));
        }
    }

    private static Fault fault(Target target, String code, String text, String near) {
        return new Fault(
                target.field().name(), code, Map.of("field", target.field().label(), "text", text, "near", near));
    }

    /** Makes the targets that are not there, by their titles; while checking only, nothing. */
    private void create(Keys known, Set<String> texts) {
        Optional<FieldDefinition> title = known.target().role("title");
        Set<String> absent = new LinkedHashSet<>();
        texts.stream().filter(text -> known.find(text) == null).forEach(absent::add);
        if (absent.isEmpty() || title.isEmpty() || course.job().phase() == Import.Phase.CHECKING) {
            return;
        }
        List<Batch.Row> rows = new ArrayList<>();
        for (String text : absent) {
            rows.add(new Batch.Row(rows.size() + 1, null, null, new @Nullable Object[] {text}));
        }
        records.write(
                course.actor(),
                new Batch(
                        known.target().name(),
                        Batch.Operation.CREATE,
                        List.of(title.get().name()),
                        rows,
                        true,
                        course.job().id()));
        known.reload();
        known.prepare(texts);
    }
}
