package io.flywheel.formula.generated;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what an expression answers, from the written rules alone: an operation on null is null; {@code and} and
 * {@code or} know three values; {@code not}, {@code not in}, {@code not between} and {@code <>} take what does not hold
 * for false; a comparison with the literal null is a test; days and moments are compared by day.
 *
 * <p>Values: BigDecimal, String, Boolean, LocalDate, Instant, UUID, List (several options), null.
 */
final class Oracle {
    private final World world;

    private Oracle(World world) {
        this.world = world;
    }

    static @Nullable Object answer(Tree tree, World world) {
        return new Oracle(world).answer(tree);
    }

    private @Nullable Object answer(Tree tree) {
        return switch (tree) {
            case Tree.Value value -> value.value();
            case Tree.Name name -> world.values().get(name.path());
            case Tree.Form form -> form(form);
            case Tree.Many many -> OracleOfMany.answer(many, world);
        };
    }

    private @Nullable Object form(Tree.Form form) {
        List<Tree> parts = form.parts();
        return switch (form.sign()) {
            case "if", "case" -> as(form.sort(), choose(parts));
            case "coalesce" ->
                as(
                        form.sort(),
                        all(parts).stream().filter(Objects::nonNull).findFirst().orElse(null));
            case "or" -> either(yes(parts.get(0)), yes(parts.get(1)));
            case "and" -> both(yes(parts.get(0)), yes(parts.get(1)));
            case "not" -> !holds(yes(parts.getFirst()));
            case "is null", "is not null" ->
                (answer(parts.getFirst()) == null) == form.sign().equals("is null");
            case "isEmpty" -> empty(answer(parts.getFirst()));
            case "changed" -> changed((Tree.Name) parts.getFirst());
            case "=", "<>" -> equality(form.sign().equals("<>"), parts.get(0), parts.get(1));
            case "<", "<=", ">", ">=" -> order(form.sign(), answer(parts.get(0)), answer(parts.get(1)));
            case "in" -> among(parts);
            case "not in" -> !holds(among(parts));
            case "between" -> between(parts);
            case "not between" -> !holds(between(parts));
            case "min", "max" -> extreme(form.sign().equals("min"), form.sort(), all(parts));
            case "now" -> world.now();
            case "today" -> OracleOfDays.day(world.now());
            default -> function(form);
        };
    }

    /** What is null as soon as one argument is, but for {@code &}, {@code replace} and {@code text}. */
    private @Nullable Object function(Tree.Form form) {
        List<@Nullable Object> given = all(form.parts());
        return switch (form.sort()) {
            case NUMBER -> OracleOfNumbers.answer(form.sign(), given);
            case TEXT, YES_NO -> OracleOfTexts.answer(form.sign(), given);
            case DATE -> OracleOfDays.answer(form.sign(), given);
            case STAGE, INDUSTRY, TAGS, MOMENT, MEMBER, ACCOUNT, NOTHING ->
                throw new IllegalArgumentException(form.sign());
        };
    }

    private List<@Nullable Object> all(List<Tree> parts) {
        List<@Nullable Object> all = new ArrayList<>();
        parts.forEach(part -> all.add(answer(part)));
        return all;
    }

    /** The first value whose condition holds, or that which has none. */
    private @Nullable Object choose(List<Tree> parts) {
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            if (holds(yes(parts.get(i)))) {
                return answer(parts.get(i + 1));
            }
        }
        return parts.size() % 2 == 1 ? answer(parts.getLast()) : null;
    }

    /** Days and moments together are moments: a day is its first. */
    private static @Nullable Object as(Sort sort, @Nullable Object value) {
        return sort == Sort.MOMENT ? OracleOfDays.moment(value) : value;
    }

    static @Nullable Object extreme(boolean least, Sort sort, List<@Nullable Object> given) {
        return given.stream()
                .map(value -> as(sort, value))
                .filter(Objects::nonNull)
                .reduce((a, b) -> least == compared(a, b) <= 0 ? a : b)
                .orElse(null);
    }

    private @Nullable Boolean yes(Tree tree) {
        return (Boolean) answer(tree);
    }

    static boolean holds(@Nullable Boolean value) {
        return value != null && value;
    }

    private static @Nullable Boolean both(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return left == null || right == null ? null : true;
    }

    private static @Nullable Boolean either(@Nullable Boolean left, @Nullable Boolean right) {
        if (holds(left) || holds(right)) {
            return true;
        }
        return left == null || right == null ? null : false;
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || value instanceof List<?> options && options.isEmpty();
    }

    private boolean changed(Tree.Name name) {
        return !same(answer(name), world.values().get("old." + name.path()));
    }

    private @Nullable Boolean equality(boolean negated, Tree left, Tree right) {
        if (isNull(left) || isNull(right)) {
            return (answer(isNull(right) ? left : right) == null) != negated;
        }
        Object first = answer(left);
        Object second = answer(right);
        if (negated) {
            return !alike(first, second);
        }
        return first == null || second == null ? null : alike(first, second);
    }

    private static boolean isNull(Tree tree) {
        return tree instanceof Tree.Value literal && literal.value() == null;
    }

    /** Equal, by day if one is a day. */
    private static boolean alike(@Nullable Object first, @Nullable Object second) {
        boolean byDay = first instanceof LocalDate || second instanceof LocalDate;
        return byDay ? same(OracleOfDays.day(first), OracleOfDays.day(second)) : same(first, second);
    }

    static boolean same(@Nullable Object first, @Nullable Object second) {
        return first instanceof BigDecimal one && second instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(first, second);
    }

    private @Nullable Boolean among(List<Tree> parts) {
        List<@Nullable Object> given = all(parts);
        boolean byDay = parts.stream().anyMatch(part -> part.sort() == Sort.DATE);
        Object sought = byDay ? OracleOfDays.day(given.getFirst()) : given.getFirst();
        if (sought == null) {
            return null;
        }
        Boolean found = false;
        for (Object one : given.subList(1, given.size())) {
            Object value = byDay ? OracleOfDays.day(one) : one;
            found = either(found, value == null ? null : (Boolean) same(sought, value));
        }
        return found;
    }

    private @Nullable Boolean between(List<Tree> parts) {
        Object value = answer(parts.get(0));
        return both(order(">=", value, answer(parts.get(1))), order("<=", value, answer(parts.get(2))));
    }

    private static @Nullable Boolean order(String sign, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        int order = compared(left, right);
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    static int compared(Object left, Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other);
        }
        if (left instanceof Instant one && right instanceof Instant other) {
            return one.compareTo(other);
        }
        List<LocalDate> days = Stream.of(left, right).map(OracleOfDays::certain).toList();
        return days.get(0).compareTo(days.get(1));
    }
}
