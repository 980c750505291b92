package io.flywheel.record.plan;

import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.Facility;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.formula.Checked;
import io.flywheel.record.WritingFacility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The common table expressions that creating and changing have in common. */
final class Pieces {
    /** jsonb_build_object takes at most 100 arguments. */
    private static final int FIELDS_PER_OBJECT = 45;

    private final RowShape shape;
    private final List<WritingFacility.Parts> parts;
    private final List<Facility.Watch> watches;

    Pieces(RowShape shape, List<WritingFacility.Parts> parts, List<Facility.Watch> watches) {
        this.shape = shape;
        this.parts = parts;
        this.watches = watches;
    }

    List<WritingFacility.Gate> gates() {
        return parts.stream().flatMap(part -> part.gates().stream()).toList();
    }

    /** State fields that facilities compute. */
    Map<String, Checked> assignments() {
        Map<String, Checked> all = new LinkedHashMap<>();
        parts.forEach(part ->
                part.assignments().forEach((field, expression) -> all.put(field, shape.checkChange(expression))));
        return all;
    }

    /**
     * Adds computed columns, each in the first layer in which all it reads is there.
     *
     * @param from the relation to start from; @return the name of the last one
     */
    String layers(SqlText text, String from, Map<String, Checked> computed) {
        Map<String, Checked> open = new LinkedHashMap<>(computed);
        String last = from;
        for (int layer = 1; !open.isEmpty(); layer++) {
            Map<String, Checked> ready = new LinkedHashMap<>();
            open.forEach((name, checked) -> {
                if (RowShape.ownFields(checked).stream()
                        .noneMatch(read -> !read.equals(name) && open.containsKey(read))) {
                    ready.put(name, checked);
                }
            });
            if (ready.isEmpty()) {
                throw new IllegalStateException("formulas read each other: " + open.keySet());
            }
            String next = "n" + layer;
            text.add(", " + next + " as (select n.*");
            ready.forEach(
                    (name, checked) -> text.add(", ").add(fitted(name, checked)).add(" as " + SqlText.name(name)));
            text.add(" from " + last + " n" + joinOld(from) + ")");
            ready.keySet().forEach(open::remove);
            last = next;
        }
        return last;
    }

    /** Rounded half up to the field's digits, once. */
    private SqlText fitted(String name, Checked checked) {
        int digits = ColumnType.digits(
                java.util.Objects.requireNonNull(shape.object.fields().get(name))
                        .type());
        SqlText value = shape.sql(checked, "n");
        return digits < 0 ? value : new SqlText().add("round(").add(value).add(", " + digits + ")");
    }

    /** The old row beside the new one: the same record's, or nothing at all for a new record. */
    static String joinOld(String start) {
        return start.equals("created") ? " cross join o" : " join o on o.id = n.id";
    }

    /** {@code array_remove(array[case when … then 1 end …], null) as bad_}, and the same for warnings. */
    static SqlText verdicts(List<Check> checks) {
        return new SqlText()
                .add(positions(checks, true))
                .add(" as bad_, ")
                .add(positions(checks, false))
                .add(" as warn_");
    }

    private static SqlText positions(List<Check> checks, boolean refuses) {
        SqlText text = new SqlText().add("array_remove(array[");
        boolean first = true;
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i).refuses() == refuses) {
                text.add(first ? "case when " : ", case when ")
                        .add(checks.get(i).broken())
                        .add(" then " + (i + 1) + " end");
                first = false;
            }
        }
        return text.add("]::int[], null)");
    }

    /** The ids of the watch expressions that match, or null if none does. */
    SqlText watched(Set<String> changed, boolean all) {
        SqlText text = new SqlText();
        int count = 0;
        for (Facility.Watch watch : watches) {
            Checked checked = shape.condition(watch.condition());
            if (all || RowShape.ownFields(checked).stream().anyMatch(changed::contains)) {
                text.add(count++ == 0 ? "" : ", ")
                        .add("case when ")
                        .add(shape.sql(checked, "n"))
                        .add(" then " + SqlText.literal(watch.id()) + " end");
            }
        }
        return count == 0
                ? text.add("null::text[]")
                : new SqlText().add("nullif(array_remove(array[").add(text).add("]::text[], null), '{}')");
    }

    /** The change log's leg; {@code from} offers the rows {@code n} (and {@code o}) and the version {@code w.version}. */
    static SqlText log(RowShape shape, char operation, SqlText diff, String watches, String from) {
        return new SqlText()
                .add(", log as (insert into " + shape.table("sys_change_log")
                        + " (seq, actor, object, record, version, operation, diff, watches, cause) select n.number_,"
                        + " n.actor_, " + SqlText.literal(shape.object.name()) + ", n.id_, w.version, '" + operation
                        + "', ")
                .add(diff)
                .add(", " + watches + ", n.cause_ from " + from + ")");
    }

    /** {@code {"field": <value>, …}} without nulls, over any number of fields. */
    static SqlText object(List<FieldDefinition> fields, java.util.function.Function<String, String> value) {
        if (fields.isEmpty()) {
            return new SqlText().add("'{}'::jsonb");
        }
        List<String> objects = new ArrayList<>();
        for (int start = 0; start < fields.size(); start += FIELDS_PER_OBJECT) {
            List<String> pairs = new ArrayList<>();
            for (FieldDefinition field : fields.subList(start, Math.min(fields.size(), start + FIELDS_PER_OBJECT))) {
                pairs.add(SqlText.literal(field.name()) + ", " + value.apply(SqlText.name(field.name())));
            }
            objects.add("jsonb_build_object(" + String.join(", ", pairs) + ")");
        }
        return new SqlText().add("jsonb_strip_nulls(" + String.join(" || ", objects) + ")");
    }

    /** Legs that add rows to append-only objects. */
    void appends(SqlText text, String from, Set<String> changed, boolean all, boolean many) {
        int number = 0;
        for (WritingFacility.Parts part : parts) {
            for (WritingFacility.Append append : part.appends()) {
                Checked when = shape.condition(append.condition());
                if (all || RowShape.ownFields(when).stream().anyMatch(changed::contains)) {
                    String leg = "append" + number++;
                    text.add(", " + leg + " as (").add(append(append, when, from, number == 1));
                    new LedgerLegs(shape.of(append.object()), many, leg).add(text.add(")"), leg + " n");
                }
            }
        }
    }

    private SqlText append(WritingFacility.Append append, Checked when, String from, boolean first) {
        SqlText values = new SqlText();
        StringBuilder columns = new StringBuilder();
        append.values().forEach((field, expression) -> {
            columns.append(", ").append(SqlText.name(field));
            values.add(", ").add(shape.sql(shape.checkChange(expression), "n"));
        });
        return new SqlText()
                .add("insert into " + shape.table(append.object())
                        + " (id, version, created_at, created_by, updated_at, updated_by" + columns + ") select "
                        + (first ? "n.event_" : "gen_random_uuid()")
                        + ", 1, now(), n.actor_, now(), n.actor_")
                .add(values)
                .add(" from " + from + " where (")
                .add(shape.sql(when, "n"))
                .add(") returning *");
    }

    /** The columns of the final answer about parents and what the row adds to their sums; see {@link WritePlan}. */
    static SqlText edges(RowShape shape, List<Edge> edges, boolean before, boolean after) {
        SqlText text = new SqlText();
        for (Edge edge : edges) {
            String via = SqlText.name(edge.via());
            text.add(", " + (before ? "o." + via : "null::uuid") + ", " + (after ? "n." + via : "null::uuid"));
            for (Edge.Feed feed : edge.deltas()) {
                text.add(", ").add(before ? Edge.contribution(shape, feed, "o") : new SqlText().add("0::numeric"));
                text.add(", ").add(after ? Edge.contribution(shape, feed, "n") : new SqlText().add("0::numeric"));
            }
        }
        return text;
    }
}
