package io.flywheel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.kernel.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a board and a calendar say about themselves is held against their object. */
class ViewSettingsTest {
    private static final String DEAL = """
            label: Deal
            roles: {stage: stage}
            fields:
              name: {type: text, label: Name}
              stage: {type: choice, label: Stage, options: {open: Open, won: Won}}
              amount: {type: money, digits: 2, label: Amount}
              close_date: {type: date, label: Close}
            """;

    private static List<String> faults(String settings) {
        return new TestCatalog()
                        .object("deal", DEAL)
                        .definition("view", "deals", "label: V\nobject: deal\ncolumns: [name]\n" + settings)
                        .faults()
                        .list()
                        .stream()
                        .map(Fault::path)
                        .toList();
    }

    @Test
    void takesABoardOfTheStageAndACalendarOfADay() {
        assertThat(faults("type: board\nboard: {sums: [amount], card: {title: name}, limits: {open: 3}}"))
                .isEmpty();
        assertThat(faults("type: calendar\ncalendar: {start: close_date, time: name, colour: stage}"))
                .isEmpty();
    }

    @Test
    void namesWhatABoardGetsWrong() {
        assertThat(faults("type: board\nboard: {column: amount}")).containsExactly("view/deals.board.column");
        assertThat(faults("type: board\nboard: {sums: [name], card: {second: nmae}, limits: {lost: 3}}"))
                .containsExactlyInAnyOrder(
                        "view/deals.board.limits.lost", "view/deals.board.sums[0]", "view/deals.board.card.second");
    }

    @Test
    void namesWhatACalendarGetsWrong() {
        assertThat(faults("type: calendar\ncalendar: {start: name, end: amount, time: stage, colour: name}"))
                .containsExactlyInAnyOrder(
                        "view/deals.calendar.start",
                        "view/deals.calendar.end",
                        "view/deals.calendar.time",
                        "view/deals.calendar.colour");
    }
}
