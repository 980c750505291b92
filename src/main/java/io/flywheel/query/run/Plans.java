package io.flywheel.query.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Compiled statements by what was asked. One question has a variant for each combination of rights on the objects it
 * touches, known only once it is compiled.
 *
 * @param <K> what was asked, with workspace and catalogue version
 */
final class Plans<K, P> {
    private record Variant<P>(Map<String, String> shapes, P plan) {}

    private static final int MOST_VARIANTS = 64;

    private final Cache<K, List<Variant<P>>> cache;
    private final Function<P, Set<String>> touched;

    Plans(int most, Function<P, Set<String>> touched) {
        this.cache = Caffeine.newBuilder().maximumSize(most).build();
        this.touched = touched;
    }

    P get(K key, Rights rights, Supplier<P> compile) {
        List<Variant<P>> variants = cache.getIfPresent(key);
        if (variants != null) {
            for (Variant<P> variant : variants) {
                if (rights.hasShapes(variant.shapes)) {
                    return variant.plan;
                }
            }
        }
        P plan = compile.get();
        Variant<P> made = new Variant<>(rights.shapes(touched.apply(plan)), plan);
        cache.asMap().merge(key, List.of(made), Plans::joined);
        return plan;
    }

    private static <P> List<Variant<P>> joined(List<Variant<P>> before, List<Variant<P>> made) {
        List<Variant<P>> all = new ArrayList<>(made);
        all.addAll(before.subList(0, Math.min(before.size(), MOST_VARIANTS - 1)));
        return List.copyOf(all);
    }
}
