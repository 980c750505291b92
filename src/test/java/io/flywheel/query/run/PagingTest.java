package io.flywheel.query.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.access.RowScope;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagingTest {
    private static final long SEED = new Random().nextLong();
    private static final int ROWS = 700;
    private static World world;
    private static final List<UUID> MEMBERS = new ArrayList<>();
    private static final List<UUID> TEAMS = new ArrayList<>();
    private static final Map<UUID, UUID> OWNERS = new HashMap<>();

    @BeforeAll
    static void fill() {
        world = new World();
        Random random = new Random(SEED);
        for (int i = 0; i < 4; i++) {
            TEAMS.add(world.insert("team", Map.of("name", "团队" + i)));
        }
        for (int i = 0; i < 20; i++) {
            MEMBERS.add(world.insert("member", Map.of("name", "Member " + i, "team", TEAMS.get(i % 4))));
        }
        List<UUID> companies = new ArrayList<>();
        for (String name : List.of("北京", "上海", "Acme", "Zeta")) {
            companies.add(world.insert("company", Map.of("name", name, "industry", "i" + name.length())));
        }
        String[] stages = {"prospecting", "engaging", "won"};
        for (int i = 0; i < ROWS; i++) {
            int owner = random.nextInt(20);
            Map<String, @Nullable Object> deal = new HashMap<>();
            deal.put("name", random.nextInt(5) == 0 ? null : "名" + random.nextInt(40));
            deal.put("company", random.nextInt(6) == 0 ? null : companies.get(random.nextInt(4)));
            deal.put("owner", MEMBERS.get(owner));
            deal.put("owner_unit", TEAMS.get(owner % 4));
            deal.put("stage", random.nextInt(9) == 0 ? null : stages[random.nextInt(3)]);
            deal.put("amount", random.nextInt(4) == 0 ? null : new BigDecimal(random.nextInt(30)).movePointLeft(1));
            deal.put("close_date", random.nextInt(4) == 0 ? null : LocalDate.of(2026, 1, 1 + random.nextInt(20)));
            OWNERS.put(world.insert("deal", deal), MEMBERS.get(owner));
        }
        world.run("analyze {s}.deal");
    }

    @BeforeEach
    void seeAll() {
        world.scopes.clear();
        world.hidden.clear();
    }

    /** Every page in turn: the ids in order. */
    private static List<UUID> all(@Nullable String where, String order, int limit) {
        List<UUID> ids = new ArrayList<>();
        String after = null;
        do {
            Page page = world.page(where, order, "name", limit, after);
            page.records().forEach(record -> ids.add((UUID) record.get("id")));
            after = page.next();
        } while (after != null);
        return ids;
    }

    @Test
    void pagesThroughTiesAndNullsWithoutLossOrRepetition() {
        Random random = new Random(SEED);
        List<String> orders = List.of(
                "amount",
                "-amount",
                "name",
                "-name",
                "stage,-amount",
                "-stage,name,-close_date",
                "company.name",
                "-company.name,amount",
                "expected",
                "",
                "-close_date",
                "close_date",
                "industry,-amount",
                "created_at");
        for (String order : orders) {
            for (String where : new String[] {null, "stage = \"won\"", "amount > 1"}) {
                int limit = 1 + random.nextInt(90);
                List<UUID> whole = all(where, order, 500);
                List<UUID> paged = all(where, order, limit);
                assertThat(paged)
                        .as("seed %s order %s where %s limit %s", SEED, order, where, limit)
                        .isEqualTo(whole)
                        .doesNotHaveDuplicates();
                assertThat(whole).hasSizeGreaterThan(50);
            }
        }
        assertThat(all(null, "-amount", 37)).hasSize(ROWS);
    }

    @Test
    void putsNullsLastInBothDirections() {
        for (String order : List.of("amount", "-amount")) {
            List<@Nullable Object> amounts = new ArrayList<>();
            world.page("stage = \"won\"", order, "amount", 500, null)
                    .records()
                    .forEach(record -> amounts.add(record.get("amount")));
            int firstNull = amounts.indexOf(null);
            assertThat(firstNull).isPositive();
            assertThat(amounts.subList(firstNull, amounts.size())).containsOnlyNulls();
            List<BigDecimal> values = new ArrayList<>();
            amounts.subList(0, firstNull).forEach(value -> values.add((BigDecimal) value));
            List<BigDecimal> sorted = new ArrayList<>(values);
            sorted.sort(order.startsWith("-") ? java.util.Comparator.reverseOrder() : null);
            assertThat(values).isEqualTo(sorted);
        }
    }

    @Test
    void showsExactlyWhatAScopeReachesWhicheverWayItIsSearched() {
        for (int size : new int[] {1, 3, 9, 20}) {
            Set<UUID> members = new HashSet<>(MEMBERS.subList(0, size));
            Set<UUID> expected = new HashSet<>();
            OWNERS.forEach((deal, owner) -> {
                if (members.contains(owner)) {
                    expected.add(deal);
                }
            });
            world.scopes.put("deal", new RowScope.Owners(members, TEAMS));
            for (io.flywheel.query.plan.Breadth breadth : io.flywheel.query.plan.Breadth.values()) {
                if (breadth == io.flywheel.query.plan.Breadth.ALL || breadth == io.flywheel.query.plan.Breadth.NONE) {
                    continue;
                }
                world.forced = breadth;
                for (String order : List.of("-amount", "amount", "name")) {
                    assertThat(all(null, order, 33))
                            .as("seed %s %s %s", SEED, breadth, order)
                            .doesNotHaveDuplicates()
                            .containsExactlyInAnyOrderElementsOf(expected);
                }
            }
            world.forced = null;
        }
    }

    @Test
    void refusesACursorThatIsForgedOrOfAnotherList() {
        String next = java.util.Objects.requireNonNull(
                world.page(null, "amount", "name", 10, null).next());
        for (String wrong :
                List.of("", "x", "'; drop table deal; --", next.substring(2), next + "AA", "A".repeat(99))) {
            assertThatThrownBy(() -> world.page(null, "amount", "name", 10, wrong))
                    .isInstanceOf(Problem.Malformed.class);
        }
        assertThatThrownBy(() -> world.page(null, "-amount", "name", 10, next)).isInstanceOf(Problem.Malformed.class);
        assertThatThrownBy(() -> world.page("amount > 1", "amount", "name", 10, next))
                .isInstanceOf(Problem.Malformed.class);
    }
}
