package io.flywheel.formula.check;

import io.flywheel.formula.Type;
import io.flywheel.formula.sql.Term;
import io.flywheel.formula.sql.Zoned;
import io.flywheel.kernel.Label;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which types go together, and how one becomes another. */
final class Types {
    static final Type TEXT = new Type.Text();
    static final Type NUMBER = new Type.Number();
    static final Type MONEY = new Type.Money();
    static final Type YES_NO = new Type.YesNo();
    static final Type DATE = new Type.Date();
    static final Type DATE_TIME = new Type.DateTime();
    static final Type NOTHING = new Type.Nothing();

    private Types() {}

    static Label label(Type type) {
        return switch (type) {
            case Type.Text ignored -> new Label("文本", "text");
            case Type.Number ignored -> new Label("数字", "number");
            case Type.Money ignored -> new Label("金额", "money");
            case Type.YesNo ignored -> new Label("是/否", "yes/no");
            case Type.Date ignored -> new Label("日期", "date");
            case Type.DateTime ignored -> new Label("日期时间", "date and time");
            case Type.Choice ignored -> new Label("单选", "choice");
            case Type.Choices ignored -> new Label("多选", "multiple choice");
            case Type.Reference reference ->
                new Label("引用 " + reference.object(), "reference to " + reference.object());
            case Type.Nothing ignored -> new Label("空值", "null");
        };
    }

    static boolean isNumeric(Type type) {
        return type instanceof Type.Number || type instanceof Type.Money || type instanceof Type.Nothing;
    }

    static boolean isText(Type type) {
        return type instanceof Type.Text || type instanceof Type.Choice || type instanceof Type.Nothing;
    }

    static boolean isTime(Type type) {
        return type instanceof Type.Date || type instanceof Type.DateTime || type instanceof Type.Nothing;
    }

    static boolean isOrdered(Type type) {
        return !(type instanceof Type.Choice) && (isNumeric(type) || isText(type) || isTime(type));
    }

    /** Money if either is money. */
    static Type numeric(Type left, Type right) {
        return left.equals(MONEY) || right.equals(MONEY) ? MONEY : NUMBER;
    }

    /** The one type that both fit, if there is one. */
    static Optional<Type> common(Type left, Type right) {
        if (left.equals(right) || right.equals(NOTHING)) {
            return Optional.of(left);
        }
        if (left.equals(NOTHING)) {
            return Optional.of(right);
        }
        if (isNumeric(left) && isNumeric(right)) {
            return Optional.of(MONEY);
        }
        if (isTime(left) && isTime(right)) {
            return Optional.of(DATE_TIME);
        }
        if (left instanceof Type.Choice(Set<String> some) && right instanceof Type.Choice(Set<String> others)) {
            return Optional.of(new Type.Choice(union(some, others)));
        }
        return isText(left) && isText(right) ? Optional.of(TEXT) : Optional.empty();
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** The term as {@code type}, which it must fit. */
    static Term convert(Term term, Type type) {
        if (term.type().equals(NOTHING)) {
            return new Term.Constant(type, null);
        }
        if (term.type().equals(DATE) && type.equals(DATE_TIME)) {
            return startOfDay(term);
        }
        return term.type().equals(DATE_TIME) && type.equals(DATE) ? day(term) : term;
    }

    static Term startOfDay(Term day) {
        return new Term.Apply(DATE_TIME, new Zoned(first("{0}")), List.of(day));
    }

    static Term startOfNextDay(Term day) {
        return new Term.Apply(DATE_TIME, new Zoned(first("{0} + 1")), List.of(day));
    }

    /** By way of the moment before: where clocks go back to midnight, there are two of them, and the first counts. */
    private static String first(String day) {
        return "((cast(" + day + " as timestamp) - interval '1 microsecond') at time zone {zone}"
                + " + interval '1 microsecond')";
    }

    static Term day(Term moment) {
        return new Term.Apply(DATE, new Zoned("cast({0} at time zone {zone} as date)"), List.of(moment));
    }

    /** As people read it. */
    static Term text(Term term) {
        return switch (term.type()) {
            case Type.Text ignored -> term;
            case Type.Choice ignored -> Term.apply(TEXT, "{0}", term);
            case Type.Nothing ignored -> new Term.Constant(TEXT, null);
            case Type.Number ignored -> Term.apply(TEXT, "cast(trim_scale({0}) as text)", term);
            case Type.Money ignored -> Term.apply(TEXT, "cast(trim_scale({0}) as text)", term);
            case Type.YesNo ignored -> Term.apply(TEXT, "cast({0} as text)", term);
            case Type.Date ignored -> Term.apply(TEXT, "to_char(cast({0} as timestamp), 'YYYY-MM-DD')", term);
            case Type.DateTime ignored ->
                new Term.Apply(
                        TEXT, new Zoned("to_char({0} at time zone {zone}, 'YYYY-MM-DD HH24:MI:SS')"), List.of(term));
            case Type.Choices ignored -> Term.apply(TEXT, "nullif(array_to_string({0}, ', '), '')", term);
            case Type.Reference ignored -> Term.apply(TEXT, "cast({0} as text)", term);
        };
    }
}
