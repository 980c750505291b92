package io.flywheel.catalog.planning;

import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldType;
import java.util.List;
import java.util.Set;

/** What becomes of the values of a field when its type changes. The column stays as it is. */
public sealed interface TypeChange {
    /** Every value fits. */
    record Safe() implements TypeChange {}

    /** Values for which the condition over the column {@code x} holds do not fit. */
    record Narrowing(String misfit, List<Object> binds) implements TypeChange {}

    /** Values mean something else, or are of another kind. */
    record Refused() implements TypeChange {}

    static TypeChange between(FieldType before, FieldType after) {
        if (before.equals(after)) {
            return new Safe();
        }
        return switch (after) {
            case FieldType.Lines ignored -> sameKind(before, after);
            case FieldType.Formula ignored -> sameResult(before, after);
            case FieldType.RollUp ignored -> sameResult(before, after);
            case FieldType.AutoNumber ignored -> sameKind(before, after);
            case FieldType.Text text -> toText(before, text.length());
            case FieldType.LongText text -> toText(before, text.length());
            case FieldType.Number number -> toNumber(before, number.digits());
            case FieldType.Money money -> toNumber(before, money.digits());
            case FieldType.Percent percent -> toNumber(before, percent.digits());
            case FieldType.Choice choice -> toChoice(before, choice.options().keySet());
            case FieldType.MultiChoice choice ->
                toChoices(before, choice.options().keySet());
            case FieldType.Referring reference -> toReference(before, reference.object());
            case FieldType.Date ignored -> sameKind(before, after);
            case FieldType.DateTime ignored -> sameKind(before, after);
            case FieldType.YesNo ignored -> sameKind(before, after);
            case FieldType.Phone ignored -> sameKind(before, after);
            case FieldType.Email ignored -> sameKind(before, after);
            case FieldType.Link ignored -> sameKind(before, after);
        };
    }

    private static TypeChange sameKind(FieldType before, FieldType after) {
        return before.getClass() == after.getClass() ? new Safe() : new Refused();
    }

    /** A computed field computes its values anew, if its column can hold them. */
    private static TypeChange sameResult(FieldType before, FieldType after) {
        boolean computed = before.getClass() == after.getClass();
        return computed && ColumnType.sql(before).equals(ColumnType.sql(after)) ? new Safe() : new Refused();
    }

    private static TypeChange toText(FieldType before, int length) {
        boolean computed = before instanceof FieldType.Computed && !(before instanceof FieldType.AutoNumber);
        if (computed
                || before instanceof FieldType.Lines
                || !ColumnType.sql(before).equals("text")) {
            return new Refused();
        }
        return ColumnType.length(before) <= length ? new Safe() : new Narrowing("char_length(x) > ?", List.of(length));
    }

    private static TypeChange toNumber(FieldType before, int digits) {
        if (before instanceof FieldType.Computed || ColumnType.digits(before) < 0) {
            return new Refused();
        }
        return ColumnType.digits(before) <= digits ? new Safe() : new Narrowing("x <> round(x, ?)", List.of(digits));
    }

    private static TypeChange toChoice(FieldType before, Set<String> options) {
        return switch (before) {
            case FieldType.Choice choice
            when options.containsAll(choice.options().keySet()) -> new Safe();
            case FieldType.Choice ignored -> amongOnly(options);
            case FieldType.Text ignored -> amongOnly(options);
            case FieldType ignored -> new Refused();
        };
    }

    private static TypeChange amongOnly(Set<String> options) {
        return new Narrowing("x <> all (?)", List.of((Object) options.toArray(String[]::new)));
    }

    private static TypeChange toChoices(FieldType before, Set<String> options) {
        return switch (before) {
            case FieldType.MultiChoice choice
            when options.containsAll(choice.options().keySet()) -> new Safe();
            case FieldType.MultiChoice ignored ->
                new Narrowing("not (x <@ ?)", List.of((Object) options.toArray(String[]::new)));
            case FieldType ignored -> new Refused();
        };
    }

    private static TypeChange toReference(FieldType before, String object) {
        return before instanceof FieldType.Referring reference
                        && reference.object().equals(object)
                ? new Safe()
                : new Refused();
    }
}
