package io.flywheel.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.ProductTest;
import io.flywheel.access.role.RoleMembers;
import io.flywheel.catalog.Edit;
import io.flywheel.database.Sql;
import io.flywheel.identity.SignUp;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures show no more than records do. */
class FigureRightsTest extends ProductTest {
    private static final String PERIOD = "2025";

    @Autowired
    private Metrics metrics;

    @Autowired
    private Scorecards scorecards;

    @Autowired
    private RoleMembers roles;

    private Actor administrator() {
        SignUp.Founded founded = signUp.found(new SignUp.Wish(
                "Rights", Ids.next() + "@example.com", "a long enough password", Language.EN, "", false));
        return new Actor(founded.workspace(), founded.member(), Language.EN);
    }

    private Actor reader(Actor administrator, String role) {
        publications.publish(
                administrator.workspace(), administrator.member(), List.of(Edit.publish("role", "reader", yaml(role))));
        UUID reader = create(administrator, "member", "name", "Reader");
        roles.give(administrator.workspace(), reader, Set.of("reader"));
        return new Actor(administrator.workspace(), reader, Language.EN);
    }

    private static String role(String rest) {
        return """
                label: {zh: 读者, en: Reader}
                administers: false
                objects:
                  "*": {rights: [see], scope: all}
                %s
                """.formatted(rest);
    }

    private void deal(Actor actor, UUID owner, String amount) {
        create(
                actor,
                "opportunity",
                "name",
                "A",
                "owner",
                owner,
                "stage",
                "won",
                "close_date",
                LocalDate.of(2025, 5, 5),
                "amount",
                new BigDecimal(amount));
    }

    @Test
    void aMetricOfAHiddenFieldDoesNotExist() {
        Actor administrator = administrator();
        Actor reader = reader(administrator, role("fields:\n  opportunity.amount: hidden"));
        for (String by : List.of("", "member", "team", "stage", "no_such_field")) {
            assertThatThrownBy(() -> metrics.values(reader, "revenue", PERIOD, by, null))
                    .isInstanceOf(Problem.NotFound.class);
            assertThatThrownBy(() -> metrics.records(reader, "revenue", PERIOD, by, null, null, 10, 0))
                    .isInstanceOf(Problem.NotFound.class);
        }
        assertThat(metrics.list(reader))
                .extracting(MetricValues.About::name)
                .contains("won_deals")
                .doesNotContain("revenue");
        assertThat(metrics.list(administrator))
                .extracting(MetricValues.About::name)
                .contains("revenue");
        assertThat(scorecards.list(reader)).isEmpty();
        assertThatThrownBy(() -> scorecards.board(reader, "sales_rep", PERIOD)).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void namesStayHiddenBesideFigures() {
        Actor administrator = administrator();
        deal(administrator, administrator.member(), "5");
        Actor reader = reader(administrator, role("fields:\n  member.name: hidden"));
        assertThat(metrics.values(reader, "revenue", PERIOD, "member", null).rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.key())
                        .isInstanceOfSatisfying(
                                Metrics.Named.class,
                                named -> assertThat(named.title()).isNull()));
    }

    @Test
    void countsOnlyWhatTheReaderMaySee() {
        Actor administrator = administrator();
        Actor reader = reader(administrator, role("  opportunity: {rights: [see], scope: own}"));
        deal(administrator, administrator.member(), "5");
        deal(administrator, reader.member(), "7");
        assertThat(metrics.values(reader, "revenue", PERIOD, "member", null).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.figure().value()).isEqualByComparingTo("7"));
        assertThat(metrics.records(reader, "revenue", PERIOD, "member", null, null, 10, 0))
                .satisfies(records ->
                        assertThat(List.of(records.shown(), records.of())).containsExactly(1L, 2L));
    }

    @Test
    void rightsTakenElsewhereCountAtOnce() {
        Actor administrator = administrator();
        Actor reader = reader(administrator, role(""));
        deal(administrator, administrator.member(), "5");
        assertThat(metrics.values(reader, "revenue", PERIOD, null, null).rows()).hasSize(1);
        takeElsewhere(reader);
        assertThatThrownBy(() -> metrics.values(reader, "revenue", PERIOD, null, null))
                .isInstanceOf(Problem.NotFound.class);
    }

    /** As another node does it, whose notice has not come yet. */
    private void takeElsewhere(Actor reader) {
        String schema = '"' + reader.workspace().schema() + '"';
        database.transaction(reader.workspace(), connection -> {
            Sql.of("delete from " + schema + ".sys_member_role where member = ?", reader.member())
                    .run(connection);
            Sql.of("update " + schema + ".sys_access set revision = revision + 1")
                    .run(connection);
            return true;
        });
    }
}
