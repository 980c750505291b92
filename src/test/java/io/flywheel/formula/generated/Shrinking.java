package io.flywheel.formula.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks for the smallest expression that still fails: a part instead of the whole, a plain field, null. */
final class Shrinking {
    private static final int STEPS = 200;

    private Shrinking() {}

    static Tree smallest(Tree failing, Predicate<Tree> fails) {
        Tree smallest = failing;
        for (int i = 0; i < STEPS; i++) {
            Optional<Tree> smaller = smaller(smallest).filter(fails).findFirst();
            if (smaller.isEmpty()) {
                return smallest;
            }
            smallest = smaller.get();
        }
        return smallest;
    }

    private static Stream<Tree> smaller(Tree tree) {
        return Stream.concat(parts(tree), Stream.concat(plain(tree), within(tree)));
    }

    private static Stream<Tree> parts(Tree tree) {
        return tree instanceof Tree.Many ? Stream.of() : tree.parts().stream();
    }

    private static Stream<Tree> plain(Tree tree) {
        return tree.parts().isEmpty() ? Stream.of() : Stream.of(new Tree.Value(Sort.NOTHING, null));
    }

    private static Stream<Tree> within(Tree tree) {
        return Stream.iterate(0, place -> place < tree.parts().size(), place -> place + 1)
                .flatMap(place -> smaller(tree.parts().get(place)).map(part -> {
                    List<Tree> parts = new ArrayList<>(tree.parts());
                    parts.set(place, part);
                    return tree.with(List.copyOf(parts));
                }));
    }
}
