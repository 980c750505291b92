package io.flywheel.exchange.job;

import io.flywheel.catalog.FieldType;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.exchange.mapping.Target;
import io.flywheel.kernel.Fault;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the records that a chunk's rows are about, by the fields that the import matches on: one statement a chunk. */
final class Matching {
    private final Course course;
    private final Database database;
    private final List<Integer> positions;

    Matching(Course course, Database database) {
        this.course = course;
        this.database = database;
        this.positions = course.job().wish().match().stream()
                .map(course::position)
                .filter(position -> position >= 0)
                .toList();
    }

    /** Whether rows may be about records that are there. */
    boolean isAsked() {
        return !positions.isEmpty();
    }

    void match(List<Typed> chunk) {
        if (positions.isEmpty()) {
            return;
        }
        List<Typed> keyed = chunk.stream()
                .filter(row -> row.faults.isEmpty() && positions.stream().allMatch(at -> row.values[at] != null))
                .toList();
        if (!keyed.isEmpty()) {
            find(keyed);
        }
        Import.Mode mode = course.job().wish().mode();
        for (Typed row : chunk) {
            if (mode == Import.Mode.UPDATE && row.existing == null && row.faults.isEmpty()) {
                row.faults.add(fault("exchange.no-match"));
            } else if (mode == Import.Mode.INSERT && row.existing != null) {
                row.faults.add(fault("exchange.already-there"));
            }
        }
        withinChunk(keyed, mode);
    }

    private Fault fault(String code) {
        return Fault.of(
                "", code, "fields", String.join(", ", course.job().wish().match()));
    }

    private void find(List<Typed> keyed) {
        StringBuilder arrays = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder equal = new StringBuilder();
        List<@Nullable Object> binds = new ArrayList<>();
        for (int k = 0; k < positions.size(); k++) {
            Target target = course.targets().get(positions.get(k));
            arrays.append(k == 0 ? "?" : ", ?")
                    .append("::")
                    .append(sqlType(target))
                    .append("[]");
            names.append("k").append(k).append(", ");
            equal.append(" and t.\"")
                    .append(target.field().name())
                    .append("\" = m.k")
                    .append(k);
            binds.add(array(keyed, positions.get(k)));
        }
        String text = "select m.n, t.id from unnest(" + arrays + ") with ordinality as m(" + names + "n) join "
                + Imports.table(course.workspace(), course.object().name()) + " t on t.deleted_at is null" + equal;
        database.in(
                course.workspace(),
                connection -> new Sql(text, binds).list(connection, row -> {
                    Typed typed = keyed.get(row.getInt(1) - 1);
                    if (typed.existing != null) {
                        typed.faults.add(fault("exchange.several-match"));
                    }
                    typed.existing = row.getObject(2, UUID.class);
                    return typed;
                }));
    }

    private static Object array(List<Typed> rows, int position) {
        Object first = Objects.requireNonNull(rows.getFirst().values[position]);
        Object[] values = (Object[]) Array.newInstance(first.getClass(), rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = Objects.requireNonNull(rows.get(i).values[position]);
        }
        return values;
    }

    private static String sqlType(Target target) {
        return switch (target.field().type()) {
            case FieldType.Number ignored -> "numeric";
            case FieldType.Money ignored -> "numeric";
            case FieldType.Percent ignored -> "numeric";
            case FieldType.Date ignored -> "date";
            case FieldType.DateTime ignored -> "timestamptz";
            case FieldType.YesNo ignored -> "boolean";
            case FieldType.Referring ignored -> "uuid";
            default -> "text";
        };
    }

    /** Of several rows of a chunk about the same record the last one is written; when inserting, the later ones are faulty. */
    private void withinChunk(List<Typed> keyed, Import.Mode mode) {
        Map<List<@Nullable Object>, Typed> last = new HashMap<>();
        for (Typed row : keyed) {
            if (!row.faults.isEmpty()) {
                continue;
            }
            List<@Nullable Object> key = new ArrayList<>();
            positions.forEach(at -> key.add(comparable(row.values[at])));
            Typed earlier = last.get(key);
            if (earlier != null && mode == Import.Mode.INSERT) {
                row.faults.add(fault("exchange.twice-in-file"));
                continue;
            }
            if (earlier != null) {
                earlier.overtaken = true;
            }
            last.put(key, row);
        }
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number.stripTrailingZeros();
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDate day -> day;
            case null, default -> value;
        };
    }
}
