package io.flywheel.query.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.access.RowScope;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Page;
import io.flywheel.query.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static World world;
    private static UUID team;
    private static UUID ann;
    private static UUID bob;
    private static UUID acme;
    private static UUID gone;
    private static UUID big;

    @BeforeAll
    static void fill() {
        world = new World();
        team = world.insert("team", Map.of("name", "North"));
        ann = world.insert("member", Map.of("id", world.actor.member(), "name", "Ann", "team", team));
        bob = world.insert("member", Map.of("name", "Bob", "team", team));
        acme = world.insert("company", Map.of("name", "Acme \"北\"\n", "industry", "retail", "owner", ann));
        gone = world.insert(
                "company",
                Map.of("name", "Gone", "owner", ann, "deleted_at", OffsetDateTime.parse("2026-01-01T00:00Z")));
        big = big();
        UUID small = small();
        List.of("3", "4")
                .forEach(many -> world.insert("deal_line", Map.of("deal", small, "quantity", new BigDecimal(many))));
    }

    private static UUID big() {
        return world.insert(
                "deal",
                Map.of(
                        "name",
                        "Big",
                        "company",
                        acme,
                        "owner",
                        ann,
                        "stage",
                        "won",
                        "amount",
                        new BigDecimal("12345678901234567.89"),
                        "close_date",
                        LocalDate.of(2026, 2, 28),
                        "moment",
                        OffsetDateTime.parse("2026-03-01T08:30:00.123456+08:00"),
                        "hot",
                        true,
                        "tags",
                        new String[] {"a", "b"}));
    }

    private static UUID small() {
        return world.insert(
                "deal",
                Map.of(
                        "name",
                        "Small",
                        "company",
                        gone,
                        "owner",
                        bob,
                        "stage",
                        "prospecting",
                        "amount",
                        new BigDecimal("0.10"),
                        "chance",
                        new BigDecimal("35")));
    }

    @BeforeEach
    void seeAll() {
        world.scopes.clear();
        world.hidden.clear();
        world.unseen.clear();
    }

    private static List<Object> names(String where) {
        return List.copyOf(world.page(where, "name", "name", 50, null).records().stream()
                .map(record -> (Object) String.valueOf(record.get("name")))
                .toList());
    }

    private static List<Fault> faults(String where, String order, String fields) {
        try {
            world.page(where, order, fields, 50, null);
            return List.of();
        } catch (Problem.Invalid invalid) {
            return invalid.faults();
        }
    }

    @Test
    void writesEveryKindOfValueExactlyInTextAndInBinary() {
        String expected = "{\"records\":[{\"id\":\"" + big + "\",\"name\":\"Big\",\"company\":{\"id\":\"" + acme
                + "\",\"title\":\"Acme \\\"北\\\"\\n\"},\"owner\":{\"id\":\"" + ann
                + "\",\"title\":\"Ann\"},\"stage\":\"won\",\"amount\":12345678901234567.89,\"chance\":null,"
                + "\"close_date\":\"2026-02-28\",\"moment\":\"2026-03-01T00:30:00.123456Z\",\"hot\":true,"
                + "\"tags\":[\"a\",\"b\"],\"expected\":null,\"industry\":\"retail\",\"version\":1}],\"next\":null}";
        String fields = "name,company,owner,stage,amount,chance,close_date,moment,hot,tags,expected,industry,version";
        for (int i = 0; i < 20; i++) {
            assertThat(world.json("name = \"Big\"", "", fields)).isEqualTo(expected);
        }
    }

    @Test
    void keepsTheIdOfADeletedReferenceWithoutATitle() {
        assertThat(world.page("name = \"Small\"", "", "company,company.name", 9, null)
                        .records())
                .first()
                .satisfies(record -> {
                    assertThat(record.get("company")).isEqualTo(new Page.Named(gone, null));
                    assertThat(record.get("company.name")).isNull();
                });
    }

    @Test
    void followsPathsFormulasChildrenAndMe() {
        assertThat(names("company.industry = \"retail\"")).containsExactly("Big");
        assertThat(names("industry = \"retail\"")).containsExactly("Big");
        assertThat(names("owner = me")).containsExactly("Big");
        assertThat(names("owner.team = me.team")).containsExactly("Big", "Small");
        assertThat(names("owner.team.name = \"North\" and company.owner.name = \"Ann\""))
                .containsExactly("Big");
        assertThat(names("sum(lines.quantity) = 7")).containsExactly("Small");
        assertThat(names("amount < 1")).containsExactly("Small");
    }

    @Test
    void hidesFieldsAndObjectsAsIfTheyDidNotExist() {
        world.hidden.put("deal", Set.of("amount"));
        assertThat(faults("amount > 1", "", "")).isNotEmpty();
        assertThat(faults("", "-amount", "amont"))
                .extracting(Fault::code)
                .containsExactly("query.unknown-field", "query.unknown-field");
        assertThat(world.json(null, "", "")).doesNotContain("amount");
        world.hidden.put("company", Set.of("name", "industry"));
        assertThat(faults("company.industry = \"retail\"", "", "")).isNotEmpty();
        assertThat(world.page("name = \"Big\"", "", "company", 9, null)
                        .records()
                        .getFirst())
                .containsEntry("company", new Page.Named(acme, null));
        world.unseen.add("company");
        assertThat(faults("", "company.name", "")).hasSize(1);
        world.unseen.add("deal");
        assertThatThrownBy(() -> world.page(null, "", "", 9, null)).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void suggestsTheNearestNameAndCollectsEveryFault() {
        List<Fault> faults = faults("stagee = \"won\"", "-amuont", "nam,company.industri,name.x");
        assertThat(faults).hasSize(5);
        assertThat(faults)
                .allSatisfy(fault -> assertThat(fault.message(Language.EN)).isNotEqualTo(fault.code()))
                .allSatisfy(fault -> assertThat(fault.message(Language.ZH)).isNotEqualTo(fault.code()));
        assertThat(faults).anySatisfy(fault -> assertThat(fault.arguments()).containsEntry("near", "amount"));
    }

    @Test
    void bindsWhatLooksLikeSql() {
        for (String text : List.of("'; drop table deal; --", "x' or '1'='1", "\\\\'", "?", "$1", "{0}", "--", "/*")) {
            assertThat(names("name = \"" + text + "\"")).isEmpty();
            assertThat(faults("", text, "")).isNotEmpty();
            assertThat(faults("", "", text)).isNotEmpty();
        }
        assertThat(names("")).containsExactly("Big", "Small");
    }

    @Test
    void showsNoTitleOfARecordOutOfScope() {
        world.scopes.put("company", new RowScope.Owners(Set.of(bob), List.of()));
        assertThat(world.page("name = \"Big\"", "", "company,company.industry", 9, null)
                        .records()
                        .getFirst())
                .containsEntry("company", new Page.Named(acme, null))
                .containsEntry("company.industry", null);
        assertThat(names("company.industry = \"retail\"")).isEmpty();
    }

    @Test
    void readsOneRecordWithinTheScopeOnly() {
        Json json = new Json();
        assertThat(world.singles.write(world.actor, "deal", big, List.of("name"), json))
                .isEqualTo(1);
        assertThat(json.shown()).isEqualTo("{\"id\":\"" + big + "\",\"name\":\"Big\"}");
        world.scopes.put("deal", new RowScope.Owners(Set.of(bob), List.of()));
        assertThatThrownBy(() -> world.singles.write(world.actor, "deal", big, List.of(), new Json()))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> world.singles.write(world.actor, "company", gone, List.of(), new Json()))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void retriesWithFreshRightsWhenTheyHaveChangedAndNeverAnswersWithOldOnes() {
        world.run("update {s}.sys_access set revision = revision + 1");
        int before = world.outdated;
        assertThat(names("")).containsExactly("Big", "Small");
        assertThat(world.outdated).isEqualTo(before + 1);
        world.run("update {s}.sys_access set revision = revision + 1");
        assertThat(world.group(null, List.of(), Map.of("n", "count()"), "")
                        .rows()
                        .getFirst()
                        .getFirst()
                        .toString())
                .isEqualTo("2");
        assertThat(world.outdated).isEqualTo(before + 2);
    }

    @Test
    void countsExactlyAndByEstimate() {
        for (io.flywheel.query.Selection.Count count : io.flywheel.query.Selection.Count.values()) {
            var list = new io.flywheel.query.Selection("deal", "amount > 0", List.of(), List.of(), 1, null, count);
            Long counted = world.lists.page(world.actor, list).count();
            switch (count) {
                case NONE -> assertThat(counted).isNull();
                case EXACT -> assertThat(counted).isEqualTo(2);
                case ESTIMATE -> assertThat(counted).isNotNegative();
            }
        }
    }
}
