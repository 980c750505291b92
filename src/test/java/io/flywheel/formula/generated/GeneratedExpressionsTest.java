package io.flywheel.formula.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.flywheel.formula.Checked;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The language against generated expressions. {@code -Dflywheel.expressions=100000} takes more of them,
 * {@code -Dflywheel.seed=…} others; a failure names its seed, the smallest expression that fails, and the record.
 */
class GeneratedExpressionsTest {
    private static final long SEED = Long.getLong("flywheel.seed", 20_261_124);
    private static final int EXPRESSIONS = Integer.getInteger("flywheel.expressions", 1_500);
    private static final int TOGETHER = 100;

    private final Running running = new Running(new SplittableRandom(SEED));

    /** @param kind what must stay while the expression shrinks */
    private record Failure(String kind, String words) {}

    @Test
    void everyWellTypedExpressionCompilesAndNoDataMakesItRaise() {
        all(Scope.RECORD, false, EXPRESSIONS / 3, 5);
        all(Scope.GROUP, false, EXPRESSIONS / 10, 3);
    }

    @Test
    void agreesWithTheOracleOnEveryRecord() {
        all(Scope.RECORD, true, EXPRESSIONS, 4);
    }

    @Test
    void agreesWithTheOracleOnGroups() {
        all(Scope.GROUP, true, EXPRESSIONS / 5, 3);
    }

    @Test
    void generatesEveryFunctionAndOperator() {
        Set<String> made = new HashSet<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 3_000; i++) {
            signs(new Making(random, Scope.RECORD, false).any(5), made);
        }
        assertThat(made).containsAll(io.flywheel.formula.Formula.functions());
        Signature.ALL.forEach(signature -> assertThat(made).contains(signature.sign()));
    }

    private static void signs(Tree tree, Set<String> made) {
        switch (tree) {
            case Tree.Form form -> made.add(form.sign());
            case Tree.Many many -> made.add(many.function());
            case Tree.Name ignored -> {}
            case Tree.Value value -> made.add(value.sort() == Sort.MOMENT ? "datetime" : "");
        }
        tree.parts().forEach(part -> signs(part, made));
    }

    private void all(Scope scope, boolean exact, int count, int depth) {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean groups = scope == Scope.GROUP;
        for (int done = 0; done < count; done += TOGETHER) {
            List<Tree> trees = new ArrayList<>();
            while (trees.size() < Math.min(TOGETHER, count - done)) {
                trees.add(new Making(random, scope, exact).any(depth));
            }
            if (failure(trees, groups, exact).isPresent()) {
                report(trees, groups, exact);
            }
        }
    }

    /** The first of the failing ones, shrunk. */
    private void report(List<Tree> trees, boolean groups, boolean exact) {
        for (Tree tree : trees) {
            Optional<Failure> failure = failure(List.of(tree), groups, exact);
            if (failure.isPresent()) {
                String kind = failure.get().kind();
                Tree smallest = Shrinking.smallest(
                        tree,
                        other -> failure(List.of(other), groups, exact)
                                .filter(found -> found.kind().equals(kind))
                                .isPresent());
                fail("seed %d: %s%nfirst seen in: %s%nthere: %s"
                        .formatted(
                                SEED,
                                failure(List.of(smallest), groups, exact)
                                        .orElseThrow()
                                        .words(),
                                text(tree),
                                failure.get().words()));
            }
        }
        fail("seed %d: fails together, though none fails alone".formatted(SEED));
    }

    private static String text(Tree tree) {
        return Writing.text(tree, new SplittableRandom(tree.toString().hashCode()));
    }

    private Optional<Failure> failure(List<Tree> trees, boolean groups, boolean exact) {
        List<Checked> checked = new ArrayList<>();
        for (Tree tree : trees) {
            try {
                checked.add(Running.checked(text(tree), groups));
            } catch (Problem.Invalid refused) {
                Fault first = refused.faults().getFirst();
                return Optional.of(new Failure(
                        "refused " + first.code() + first.arguments().get("found"),
                        text(tree) + " is refused: " + refused.faults()));
            }
        }
        try {
            List<List<@Nullable Object>> answers = running.answers(checked, groups);
            return exact ? disagreement(trees, answers, groups) : Optional.empty();
        } catch (DataAccessException raised) {
            return Optional.of(new Failure("raised", text(trees.getFirst()) + " raises: " + raised.getMessage()));
        }
    }

    private Optional<Failure> disagreement(List<Tree> trees, List<List<@Nullable Object>> answers, boolean groups) {
        List<World> worlds = running.worlds(groups);
        for (int row = 0; row < answers.size(); row++) {
            List<@Nullable Object> found = answers.get(row);
            World world = worlds.get(row).at((Instant) Objects.requireNonNull(found.getFirst()));
            for (int i = 0; i < trees.size(); i++) {
                Object expected = Oracle.answer(trees.get(i), world);
                if (!Oracle.same(expected, found.get(i + 1))) {
                    String words = "%s%nanswers  %s%nand not  %s%nin %s"
                            .formatted(text(trees.get(i)), found.get(i + 1), expected, world.values());
                    return Optional.of(new Failure("disagrees", words));
                }
            }
        }
        return Optional.empty();
    }
}
