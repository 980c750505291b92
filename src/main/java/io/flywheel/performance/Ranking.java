package io.flywheel.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Places in a list, the highest value first. Equal values share a place and the next place is skipped: 1, 1, 3. Inside
 * a place the given order decides. Who has no value comes last, without a place.
 */
public final class Ranking {
    private Ranking() {}

    /** @param place null = no value */
    public record Ranked<T>(@Nullable Integer place, T entry) {}

    /**
     * @param value compared as it is shown, so that what looks equal is equal
     * @param inside the order of those who share a place, such as by name
     */
    public static <T> List<Ranked<T>> of(
            List<T> entries, Function<T, @Nullable BigDecimal> value, Comparator<T> inside) {
        List<T> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(value, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                .thenComparing(inside));
        List<Ranked<T>> ranked = new ArrayList<>(sorted.size());
        BigDecimal before = null;
        int place = 0;
        for (int i = 0; i < sorted.size(); i++) {
            BigDecimal now = value.apply(sorted.get(i));
            if (now != null && (before == null || now.compareTo(before) != 0)) {
                place = i + 1;
            }
            before = now;
            ranked.add(new Ranked<>(now == null ? null : place, sorted.get(i)));
        }
        return ranked;
    }
}
