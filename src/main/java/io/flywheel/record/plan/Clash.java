package io.flywheel.record.plan;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Unique values: which set of fields of which given row is taken already, in the table or earlier in the batch. */
final class Clash {
    private Clash() {}

    static List<List<String>> sets(RowShape shape) {
        List<List<String>> sets = new ArrayList<>();
        shape.object.fields().values().stream()
                .filter(field -> field.unique() && !field.system())
                .forEach(field -> sets.add(List.of(field.name())));
        sets.addAll(shape.object.unique());
        return sets;
    }

    /** Asked after rows went missing from an insert: by then the winner of each clash is in the table. */
    static WritePlan.@Nullable Clashes of(RowShape shape, List<FieldDefinition> fields, boolean many) {
        Set<String> given = fields.stream().map(FieldDefinition::name).collect(Collectors.toSet());
        List<List<String>> sets =
                sets(shape).stream().filter(given::containsAll).toList();
        if (sets.isEmpty()) {
            return null;
        }
        SqlText text = new SqlText().add("with ").add(Given.rows(fields, many)).add(" select n.number_");
        sets.forEach(set -> text.add(", ").add(taken(shape, set, "n.id_")));
        return new WritePlan.Clashes(
                text.add(" from g n").statement(),
                sets.stream().map(set -> fault(shape, set)).toList());
    }

    /** For existing rows: another live record has the new values of {@code set}. */
    static Check check(RowShape shape, List<String> set) {
        return new Check(fault(shape, set), taken(shape, set, "n.id"), true);
    }

    static Fault fault(RowShape shape, List<String> set) {
        return Fault.of(
                set.getFirst(),
                set.size() == 1 ? "record.taken" : "record.taken-together",
                "field",
                Objects.requireNonNull(shape.object.fields().get(set.getFirst()))
                        .label(),
                "fields",
                String.join(", ", set));
    }

    /** True when another live record than {@code self} has these values. */
    static SqlText taken(RowShape shape, List<String> set, String self) {
        String same = set.stream()
                .map(field -> "x." + SqlText.name(field) + " = n." + SqlText.name(field))
                .collect(Collectors.joining(" and "));
        return new SqlText()
                .add("exists (select 1 from " + shape.table() + " x where " + same
                        + " and x.deleted_at is null and x.id <> " + self + ")");
    }
}
