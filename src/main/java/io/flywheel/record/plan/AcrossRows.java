package io.flywheel.record.plan;

import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.formula.Checked;
import io.flywheel.kernel.Fault;
import io.flywheel.query.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules that look across rows, such as "the shares of a deal make 100": they are asked after the write, of the records
 * whose lines were written or whose own fields that the rule reads have changed. A new record has no lines yet.
 */
public final class AcrossRows {
    private AcrossRows() {}

    static boolean reads(RowShape shape, Checked checked) {
        return RowShape.ownFields(checked).stream()
                .anyMatch(name -> shape.object
                        .field(name)
                        .filter(field -> field.type() instanceof FieldType.Lines)
                        .isPresent());
    }

    private static boolean reads(Checked checked, Set<String> fields) {
        return RowShape.ownFields(checked).stream().anyMatch(fields::contains);
    }

    /**
     * The statement that finds records (ids as parameter {@link Parameters#ID}) that break such a rule: columns id and
     * the positions of the broken ones in {@code faults}.
     */
    public record Question(Statement statement, List<Fault> faults) {}

    /** Of the rules that read any of these fields: the lines that were written, or own fields that changed. */
    static Optional<Question> of(RowShape shape, Set<String> fields) {
        List<Fault> faults = new ArrayList<>();
        SqlText broken = new SqlText();
        for (ObjectDefinition.Rule rule : shape.object.rules()) {
            Checked checked = shape.condition(rule.check());
            if (rule.refuses() && reads(shape, checked) && reads(checked, fields)) {
                faults.add(new Fault(
                        rule.field() == null ? "" : rule.field(), "record.rule", Map.of("message", rule.message())));
                broken.add(faults.size() == 1 ? "" : ", ")
                        .add("case when (")
                        .add(shape.sql(checked, "n"))
                        .add(") is false then " + faults.size() + " end");
            }
        }
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        SqlText text = new SqlText()
                .add("select id, broken from (select n.id, array_remove(array[")
                .add(broken)
                .add("]::int[], null) as broken from " + shape.table() + " n where n.id = any(")
                .slot(Parameters.ID, "uuid[]")
                .add(") and n.deleted_at is null) q where cardinality(broken) > 0");
        return Optional.of(new Question(text.statement(), List.copyOf(faults)));
    }
}
