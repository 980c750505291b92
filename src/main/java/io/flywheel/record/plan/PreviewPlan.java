package io.flywheel.record.plan;

import io.flywheel.catalog.ComputedField;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.kernel.Fault;
import io.flywheel.query.Statement;
import io.flywheel.record.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a draft of one record would become, asked of the database without writing: one row with the positions of broken
 * checks and of warnings in {@code faults}, and four JSON objects by field: computed values and defaults, visible,
 * required, read-only. No row: the record is not there or may not be seen.
 */
public record PreviewPlan(Statement statement, List<Fault> faults) {

    static PreviewPlan of(RowShape shape, Pieces pieces, WritePlans.Asked asked) {
        boolean creates = asked.operation() == Batch.Operation.CREATE;
        SqlText text = new SqlText().add("with ").add(Given.rows(asked.fields(), false));
        List<Check> checks;
        String last;
        if (creates) {
            last = new CreatePlan(shape, pieces, asked.sight(), asked.fields()).draft(text);
            checks = new Checks(shape, asked.sight(), null).all(pieces.gates());
        } else {
            ChangePlan change = new ChangePlan(shape, pieces, asked.sight(), asked.reach(), asked.fields());
            last = change.draft(text, Reached.seen(shape, asked.reach()));
            checks = new Checks(shape, asked.sight(), change.fieldsThatMove()).all(pieces.gates());
        }
        text.add(" select ")
                .add(Pieces.verdicts(checks))
                .add(", ")
                .add(json(values(shape, creates)))
                .add(", ")
                .add(json(conditions(shape, FieldDefinition::visibleWhen, "n")))
                .add(", ")
                .add(json(conditions(shape, FieldDefinition::requiredWhen, "n")))
                .add(", ")
                .add(json(conditions(shape, FieldDefinition::readOnlyWhen, creates ? "n" : "o")))
                .add(" from " + last + " n" + (creates ? " cross join o" : " join o on o.id = n.id"));
        return new PreviewPlan(
                text.statement(), checks.stream().map(Check::fault).toList());
    }

    /** Computed fields, and for a new record the defaults that are no references. */
    private static Map<String, SqlText> values(RowShape shape, boolean creates) {
        Map<String, SqlText> values = new LinkedHashMap<>();
        for (FieldDefinition field : shape.object.fields().values()) {
            if (field.system()) {
                continue;
            }
            if (field.type() instanceof FieldType.Formula) {
                formula(shape, field).ifPresent(sql -> values.put(field.name(), sql));
            } else if (creates && field.defaultValue() != null && !(field.type() instanceof FieldType.Referring)) {
                values.put(field.name(), new SqlText().add("n." + SqlText.name(field.name())));
            }
        }
        return values;
    }

    private static Optional<SqlText> formula(RowShape shape, FieldDefinition field) {
        if (shape.stored(field)) {
            return Optional.of(new SqlText().add("n." + SqlText.name(field.name())));
        }
        ComputedField computed = shape.catalog.computed(shape.object.name()).get(field.name());
        return computed == null ? Optional.empty() : Optional.of(new SqlText().add(computed.value(shape.row("n"))));
    }

    private static Map<String, SqlText> conditions(
            RowShape shape, Function<FieldDefinition, @Nullable String> condition, String row) {
        Map<String, SqlText> conditions = new LinkedHashMap<>();
        for (FieldDefinition field : shape.object.fields().values()) {
            String when = condition.apply(field);
            if (when != null) {
                conditions.put(
                        field.name(),
                        new SqlText()
                                .add("coalesce(")
                                .add(shape.sql(shape.condition(when), row))
                                .add(", false)"));
            }
        }
        return conditions;
    }

    private static SqlText json(Map<String, SqlText> values) {
        SqlText text = new SqlText().add("('{}'::jsonb");
        List<Map.Entry<String, SqlText>> entries = new ArrayList<>(values.entrySet());
        for (Map.Entry<String, SqlText> entry : entries) {
            text.add(" || jsonb_build_object(" + SqlText.literal(entry.getKey()) + ", ")
                    .add(entry.getValue())
                    .add(")");
        }
        return text.add(")::text");
    }
}
