package io.flywheel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.access.role.RoleMembers;
import io.flywheel.catalog.Edit;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.query.Grouping;
import io.flywheel.query.Queries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Kept sums show no more, and no less, than the records that a reader may see. */
class SummariesInScopeTest extends ProductTest {
    private static final int MEMBERS = 230;
    private static final String DEAL = """
            label: Deal
            roles: {owner: owner}
            fields:
              owner: {type: member, label: Owner}
              stage: {type: choice, label: Stage, options: {open: Open, won: Won}}
              month: {type: date, label: Month}
              amount: {type: money, digits: 2, label: Amount}
              in_year: {type: formula, expression: "year(month)", result: {type: number}, label: Year}
            summaries:
              - {by: [stage, month], sums: [amount]}
            """;
    private static final String READER = """
            label: {zh: 读者, en: Reader}
            administers: false
            objects:
              "*": {rights: [see], scope: all}
              deal: {rights: [see], scope: team_and_below}
            """;

    @Autowired
    private Queries queries;

    @Autowired
    private RoleMembers roles;

    private final List<UUID> large = new ArrayList<>();
    private Actor administrator;

    @BeforeEach
    void world() {
        administrator = newWorkspace();
        publish(administrator, "deal", DEAL);
        publications.publish(
                administrator.workspace(),
                administrator.member(),
                List.of(Edit.publish("role", "reader", yaml(READER))));
        UUID all = create(administrator, "team", "name", "All");
        UUID some = create(administrator, "team", "name", "Some", "parent", all);
        members(all, MEMBERS);
        members(some, 3);
        members(create(administrator, "team", "name", "Elsewhere"), 4);
        List<Batch.Row> rows = new ArrayList<>();
        List<String> stages = new ArrayList<>(List.of("open", "won"));
        stages.add(null);
        for (int i = 0; i < 700; i++) {
            rows.add(new Batch.Row(i, null, null, new @Nullable Object[] {
                i % 50 == 0 ? null : large.get(i % large.size()),
                stages.get(i % 3),
                java.time.LocalDate.of(2025 + i % 2, 1 + i % 5, 1),
                i % 7 == 0 ? null : BigDecimal.valueOf(i, 2)
            }));
        }
        records.write(
                administrator,
                new Batch(
                        "deal",
                        Batch.Operation.CREATE,
                        List.of("owner", "stage", "month", "amount"),
                        rows,
                        false,
                        null));
    }

    private void members(UUID team, int count) {
        List<Batch.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Batch.Row(i, null, null, new Object[] {"M" + i, team}));
        }
        records.write(
                        administrator,
                        new Batch("member", Batch.Operation.CREATE, List.of("name", "team"), rows, false, null))
                .written()
                .forEach(row -> large.add(row.id()));
    }

    private Actor reader(int member) {
        UUID id = large.get(member);
        roles.give(administrator.workspace(), id, Set.of("reader"));
        return new Actor(administrator.workspace(), id, Language.EN);
    }

    private List<List<@Nullable Object>> ask(Actor actor, @Nullable String where, String... groups) {
        return queries.group(
                        actor,
                        new Grouping("deal", where, List.of(groups), Map.of("value", "sum(amount)"), List.of(), 0))
                .rows();
    }

    /** A condition on the amount is more than the ledger knows. */
    private void sameAsRecords(Actor actor, String where, String... groups) {
        assertThat(ask(actor, where, groups))
                .as(where)
                .usingElementComparator((a, b) -> a.toString()
                        .replaceAll("\\.?0+\\b", "")
                        .compareTo(b.toString().replaceAll("\\.?0+\\b", "")))
                .isEqualTo(ask(actor, "(" + where + ") and (amount is null or amount >= 0)", groups));
    }

    private void sameAsRecords(Actor actor) {
        sameAsRecords(actor, "true", "stage");
        sameAsRecords(actor, "true");
        sameAsRecords(actor, "true", "stage", "owner");
        sameAsRecords(actor, "in_year = 2025", "owner.team");
        sameAsRecords(actor, "owner = me", "stage");
        sameAsRecords(actor, "month >= date(\"2025-03-01\") and stage <> \"won\"", "in_year", "month");
    }

    @Test
    void agreesWithTheRecordsForEveryBreadthOfScope() {
        Actor most = reader(0);
        Actor few = reader(MEMBERS);
        sameAsRecords(administrator);
        sameAsRecords(most);
        sameAsRecords(few);
        assertThat(ask(few, null, "stage").toString())
                .isNotEqualTo(ask(most, null, "stage").toString());
        assertThat(ask(most, null, "stage").toString())
                .isNotEqualTo(ask(administrator, null, "stage").toString());
    }

    @Test
    void leavesOutWhoHasLeft() {
        Actor most = reader(0);
        List<Batch.Row> gone = List.of(new Batch.Row(0, large.get(5), null, new @Nullable Object[0]));
        records.write(administrator, new Batch("member", Batch.Operation.DELETE, List.of(), gone, false, null));
        sameAsRecords(most);
        sameAsRecords(administrator);
    }
}
