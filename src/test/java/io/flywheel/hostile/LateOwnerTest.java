package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.catalog.running.Finishing;
import io.flywheel.kernel.Actor;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An object that has records already gets an owner, or another one: its records bear the owner's team afterwards. */
class LateOwnerTest extends HostileTest {
    private static final String JOB = """
            label: {zh: 工作, en: Job}
            plural: {zh: 工作, en: Jobs}
            roles: {title: name%s}
            fields:
              name:   {type: text, label: Name}
              rep:    {type: member, label: Rep}
              helper: {type: member, label: Helper}
            """;
    private static final String STRAY = "select count(*) from %s.job j where owner_unit is distinct from"
            + " (select m.team from %s.member m where m.id = j.";

    @Autowired
    Finishing finishing;

    @Test
    void givesOlderRecordsTheTeamOfTheirOwner() {
        Actor actor = newWorkspace();
        publish(actor, "job", JOB.formatted(""));
        UUID north = create(actor, "team", "name", "North");
        UUID south = create(actor, "team", "name", "South");
        UUID ann = create(actor, "member", "name", "Ann", "team", north);
        UUID bob = create(actor, "member", "name", "Bob", "team", south);
        for (int i = 0; i < 10; i++) {
            create(actor, "job", "name", "j" + i, "rep", i < 6 ? ann : null, "helper", bob);
        }
        publish(actor, "job", JOB.formatted(", owner: rep"));
        finishing.finish(actor.workspace());
        assertThat(value(actor, STRAY + "rep)")).isEqualTo("0");
        assertThat(value(actor, "select count(*) from %s.job where owner_unit = '" + north + "'"))
                .isEqualTo("6");
        publish(actor, "job", JOB.formatted(", owner: helper"));
        finishing.finish(actor.workspace());
        assertThat(value(actor, "select count(*) from %s.job where owner_unit = '" + south + "'"))
                .isEqualTo("10");
        assertThat(catalogs.of(actor.workspace()).filling()).isEmpty();
    }
}
