package io.flywheel.formula.generated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Aggregates pass over null: a sum of nothing is 0, any other number of nothing is null. */
final class OracleOfMany {
    private OracleOfMany() {}

    static @Nullable Object answer(Tree.Many many, World world) {
        Tree where = many.where();
        List<World> taken = world.many().stream()
                .filter(each -> where == null || Oracle.holds((Boolean) Oracle.answer(where, each)))
                .toList();
        if (many.arguments().isEmpty()) {
            return many.function().equals("count") ? OracleOfNumbers.number(taken.size()) : (Object) !taken.isEmpty();
        }
        List<@Nullable Object> values = new ArrayList<>();
        taken.forEach(each -> values.add(Oracle.answer(many.arguments().getFirst(), each)));
        return of(many, values);
    }

    private static @Nullable Object of(Tree.Many many, List<@Nullable Object> values) {
        List<Object> known = values.stream()
                .filter(Objects::nonNull)
                .<Object>map(Objects::requireNonNull)
                .toList();
        return switch (many.function()) {
            case "count" -> OracleOfNumbers.number(known.size());
            case "countDistinct" -> OracleOfNumbers.number(distinct(known));
            case "any" -> known.contains(true);
            case "every" -> values.stream().allMatch(value -> Boolean.TRUE.equals(value));
            case "min", "max" -> Oracle.extreme(many.function().equals("min"), many.sort(), values);
            default ->
                number(many, known.stream().map(BigDecimal.class::cast).sorted().toList());
        };
    }

    private static long distinct(List<Object> known) {
        return known.stream()
                .map(value -> value instanceof BigDecimal number ? number.stripTrailingZeros() : value)
                .distinct()
                .count();
    }

    private static @Nullable BigDecimal number(Tree.Many many, List<BigDecimal> sorted) {
        BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int size = sorted.size();
        if (many.function().equals("sum")) {
            return sum;
        }
        if (sorted.isEmpty()) {
            return null;
        }
        return switch (many.function()) {
            case "avg" -> OracleOfNumbers.quotient(sum, OracleOfNumbers.number(size));
            case "median" ->
                sorted.get((size - 1) / 2).add(sorted.get(size / 2)).multiply(new BigDecimal("0.5"));
            case "percentile" -> percentile(sorted, rank(many).multiply(OracleOfNumbers.number(size - 1L)));
            default -> throw new IllegalArgumentException(many.function());
        };
    }

    private static BigDecimal rank(Tree.Many many) {
        return (BigDecimal)
                Objects.requireNonNull(((Tree.Value) many.arguments().get(1)).value());
    }

    /** Between two neighbours in proportion. */
    private static BigDecimal percentile(List<BigDecimal> sorted, BigDecimal rank) {
        int below = rank.setScale(0, RoundingMode.FLOOR).intValueExact();
        BigDecimal low = sorted.get(below);
        BigDecimal high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low.add(rank.subtract(BigDecimal.valueOf(below)).multiply(high.subtract(low)));
    }
}
