package io.flywheel.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.Field;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is too much is a clear fault, and the most that is allowed fits an ordinary stack and a short wait. */
@NullUnmarked
class FormulaLimitsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void refusesTenThousandNestings() {
        refuses("formula.too-long", "(".repeat(10_001) + "1" + ")".repeat(10_001));
        refuses("formula.too-deep", "(".repeat(9_000) + "1" + ")".repeat(9_000));
        refuses("formula.too-deep", "not ".repeat(4_000) + "active");
        refuses("formula.too-deep", "-".repeat(9_000) + "1");
        refuses("formula.too-deep", "abs(".repeat(32) + "1" + ")".repeat(32));
    }

    @Test
    void refusesAHundredThousandOperators() {
        refuses("formula.too-long", "1" + "+1".repeat(100_000));
        refuses("formula.too-large", "1" + "+1".repeat(9_000));
        refuses("formula.too-many-steps", "1" + "+1".repeat(900));
        refuses("formula.too-many-steps", "(".repeat(30) + "1" + "+1+1+1+1+1+1)".repeat(30) + "+1".repeat(50));
    }

    @Test
    void takesALongFilterThatIsNotDeep() {
        String filter = String.join(" or ", Collections.nCopies(450, "name = \"x\""));
        assertThat(Formula.condition(filter, Deals.NAMES).type()).isEqualTo(new Type.YesNo());
        String list = "quantity in (" + String.join(", ", Collections.nCopies(1_900, "17")) + ")";
        assertThat(Formula.condition(list, Deals.NAMES).type()).isEqualTo(new Type.YesNo());
    }

    @Test
    void boundsWhatBecomesTooMuchSql() {
        refuses("formula.too-costly", String.join(" or ", Collections.nCopies(250, "date(name) = date(name)")));
    }

    @Test
    void boundsWhatAggregatesRepeat() {
        String nested = "count()";
        for (int i = 0; i < 30; i++) {
            nested = "if(" + nested + " between 1 and 2, 1, 2)";
        }
        String doubling = nested;
        assertThatThrownBy(() -> Formula.aggregate(doubling, Deals.NAMES))
                .isInstanceOfSatisfying(Problem.Invalid.class, problem -> has(problem, "formula.too-costly"));
    }

    @Test
    void runsTheDeepestExpressionsOnAnOrdinaryStack() throws InterruptedException {
        Deals deals = new Deals();
        deals.put("deal", Deals.DEAL, Map.of("quantity", "1", "name", "a"));
        runs(
                deals,
                "abs(".repeat(31) + "quantity" + "+ quantity".repeat(160) + ")".repeat(31),
                "round(".repeat(31) + "quantity / 7" + ", quantity)".repeat(31),
                "quantity" + "/ quantity".repeat(198),
                "lower(".repeat(31) + "name & 1" + ")".repeat(31),
                "mid(".repeat(31) + "name" + ", 1, quantity)".repeat(31),
                "if(".repeat(31) + "quantity between 0 and 1" + ", 1, 2) between 0 and 1".repeat(31),
                "date(year(".repeat(15) + "date(name)" + "), 1, 1)".repeat(15),
                "businessMinutes(created_at, created_at + ".repeat(31) + "1" + ")".repeat(31),
                "addMonths(".repeat(30) + "today()" + ", quantity)".repeat(30));
    }

    /** In one thread with a stack of a megabyte; a statement that takes longer than the limit is a failure too. */
    private static void runs(Deals deals, String... deepest) throws InterruptedException {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Runnable run = () -> {
            List<Field<?>> fields = new ArrayList<>();
            for (String deep : deepest) {
                fields.add(deals.row(deep));
            }
            deals.in(sql -> sql.select(fields)
                    .from(deals.from())
                    .queryTimeout((int) LIMIT.toSeconds())
                    .fetchOne());
        };
        Thread thread = new Thread(null, run, "deep", 1 << 20);
        thread.setUncaughtExceptionHandler((ended, thrown) -> failed.set(thrown));
        thread.start();
        assertThat(thread.join(LIMIT)).isTrue();
        assertThat(failed.get()).isNull();
    }

    private static void refuses(String code, String text) {
        assertThatThrownBy(() -> Formula.check(text, Deals.NAMES))
                .isInstanceOfSatisfying(Problem.Invalid.class, problem -> has(problem, code));
    }

    private static void has(Problem.Invalid problem, String code) {
        assertThat(problem.faults().getFirst().code()).isEqualTo(code);
        for (Language language : Language.values()) {
            assertThat(Texts.has(language, code)).isTrue();
        }
    }
}
