package io.flywheel.record.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTextTest {
    private static String fresh() {
        return Ids.next().toString();
    }

    @Test
    void findsRoomBetweenAnyTwoForEver() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> ranks = new ArrayList<>(List.of(fresh(), fresh()));
        for (int i = 0; i < 3_000; i++) {
            int at = random.nextInt(4) == 0 ? random.nextInt(ranks.size() + 1) : ranks.size() / 2;
            String low = at == 0 ? null : ranks.get(at - 1);
            String high = at == ranks.size() ? null : ranks.get(at);
            ranks.add(at, RankText.between(low, high, fresh()));
        }
        assertThat(ranks).as("seed " + seed).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void staysShortHoweverOftenSomethingGoesToTheEnd() {
        String lowest = fresh();
        String highest = fresh();
        for (int i = 0; i < 5_000; i++) {
            String below = RankText.between(null, lowest, fresh());
            String above = RankText.between(highest, null, fresh());
            assertThat(below).isLessThan(lowest);
            assertThat(above).isGreaterThan(highest);
            lowest = below;
            highest = above;
        }
        assertThat(lowest.length()).isLessThan(40);
        assertThat(highest.length()).isLessThan(40);
    }

    @Test
    void staysUsableWhenOneSpotIsSplitAgainAndAgain() {
        String low = fresh();
        String high = fresh();
        for (int i = 0; i < 1_000; i++) {
            high = RankText.between(low, high, fresh());
        }
        assertThat(high).isGreaterThan(low);
        assertThat(high.length()).isLessThan(2_000);
    }
}
