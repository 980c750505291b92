package io.flywheel.catalog.checking;

import io.flywheel.catalog.FieldType;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Expression;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Type-checks the expressions of definitions; what is wrong becomes a fault at the expression's place. */
public final class Expressions {
    private final Faults faults;

    public Expressions(Faults faults) {
        this.faults = faults;
    }

    /** Any value; empty if it is wrong. */
    public Optional<Checked> value(String path, String text, Names names) {
        return guarded(path, () -> Formula.check(text, names));
    }

    /** A yes/no, or null for none given. */
    public Optional<Checked> condition(String path, @Nullable String text, Names names) {
        return text == null ? Optional.empty() : guarded(path, () -> Formula.condition(text, names));
    }

    /** A value that a field can hold. */
    public void fitting(String path, String text, Names names, FieldType field) {
        value(path, text, names).ifPresent(checked -> fitting(path, checked, field));
    }

    /** Adds a fault unless the answer of the expression can be held by the field. */
    public void fitting(String path, Checked checked, FieldType field) {
        if (!fits(checked, field)) {
            faults.add(new Fault(
                    path,
                    "catalog.result-does-not-fit",
                    Map.of("given", Words.of(checked.type()), "needed", Words.of(field))));
        }
    }

    private Optional<Checked> guarded(String path, Supplier<Checked> check) {
        try {
            return Optional.of(check.get());
        } catch (Problem.Invalid wrong) {
            faults.addAll(path, wrong.faults());
            return Optional.empty();
        }
    }

    private static boolean fits(Checked checked, FieldType field) {
        return switch (checked.type()) {
            case Type.Nothing ignored -> true;
            case Type.Number ignored -> numeric(field);
            case Type.Money ignored -> numeric(field);
            case Type.YesNo ignored -> field instanceof FieldType.YesNo;
            case Type.Date ignored -> field instanceof FieldType.Date;
            case Type.DateTime ignored -> field instanceof FieldType.DateTime;
            case Type.Text ignored -> textual(field) || optionOf(checked.tree(), field);
            case Type.Choice choice ->
                textual(field)
                        || field instanceof FieldType.Choice own
                                && own.options().keySet().containsAll(choice.keys());
            case Type.Choices choices ->
                field instanceof FieldType.MultiChoice own
                        && own.options().keySet().containsAll(choices.keys());
            case Type.Reference reference ->
                field instanceof FieldType.Referring own && own.object().equals(reference.object());
        };
    }

    private static boolean optionOf(Expression tree, FieldType field) {
        return field instanceof FieldType.Choice choice
                && tree instanceof Expression.TextLiteral literal
                && choice.options().containsKey(literal.value());
    }

    static boolean numeric(FieldType field) {
        return switch (field) {
            case FieldType.Number ignored -> true;
            case FieldType.Money ignored -> true;
            case FieldType.Percent ignored -> true;
            case FieldType ignored -> false;
        };
    }

    static boolean textual(FieldType field) {
        return switch (field) {
            case FieldType.Text ignored -> true;
            case FieldType.LongText ignored -> true;
            case FieldType.Phone ignored -> true;
            case FieldType.Email ignored -> true;
            case FieldType.Link ignored -> true;
            case FieldType ignored -> false;
        };
    }
}
