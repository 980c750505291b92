package io.flywheel.record.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.catalog.TestCatalog;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The settings of tasks, activities and ranks name fields that must be there and fit. */
class DailyWorkTest {
    private static final String THING = """
            label: Thing
            fields:
              what: {type: text, label: What}
              state: {type: choice, label: State, options: {open: Open, done: Done}}
              due: {type: date, label: Due}
              who: {type: member, label: Who}
            facilities:
            """;

    private static List<String> faults(String facilities) {
        return new TestCatalog()
                        .facility(new TasksFacility())
                        .facility(new ActivitiesFacility())
                        .facility(new RankedFacility())
                        .object("member", "label: M\nfields: {name: {type: text, label: N}}")
                        .object("thing", THING + "  " + facilities)
                        .faults()
                        .list()
                        .stream()
                        .map(DailyWorkTest::shown)
                        .toList();
    }

    private static String shown(Fault fault) {
        return fault.path() + ": " + fault.message(Language.EN);
    }

    @Test
    void takesWhatFits() {
        assertThat(faults("tasks: {state: state, open: [open], done: done, due: due, assignee: who}"))
                .isEmpty();
        assertThat(faults(
                        "activities: {kind: state, kinds: {open: {icon: phone}}, at: due, member: who, about: [who]}"))
                .singleElement()
                .asString()
                .contains("about");
        assertThat(faults("ranked: {by: state}")).isEmpty();
    }

    @Test
    void saysWhichFieldIsMissingAndWhichDoesNotFit() {
        assertThat(faults("tasks: {state: state, open: [opn], done: done, due: deu, assignee: what}"))
                .containsExactlyInAnyOrder(
                        "object/thing.facilities.tasks.done: State has no option \"opn\". Name one that it has",
                        "object/thing.facilities.tasks.due: Thing has no field \"deu\" → due",
                        "object/thing.facilities.tasks.assignee: What cannot play the part \"assignee\": it has another"
                                + " type. Choose a field that fits");
        assertThat(faults("ranked: {by: due}")).singleElement().asString().contains("\"by\"");
    }
}
