package io.flywheel.record.write;

import io.flywheel.catalog.SystemObjects;
import io.flywheel.identity.Founder;
import io.flywheel.identity.Founding;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.Batch;
import io.flywheel.record.Records;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who founds a workspace is its first member. */
@Component
final class FirstMember implements Founding {
    private final Records records;

    FirstMember(Records records) {
        this.records = records;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public void found(Workspace workspace, Founder founder) {
        Actor actor = new Actor(workspace, founder.member(), founder.language());
        Batch.Row row = new Batch.Row(0, founder.member(), null, new Object[] {founder.name(), founder.email()});
        records.write(
                actor,
                new Batch(
                        SystemObjects.MEMBER,
                        Batch.Operation.CREATE,
                        List.of("name", "email"),
                        List.of(row),
                        false,
                        null));
    }
}
