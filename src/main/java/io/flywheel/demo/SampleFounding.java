package io.flywheel.demo;

import io.flywheel.demo.company.Company;
import io.flywheel.demo.company.Fact;
import io.flywheel.demo.writing.Bookkeeper;
import io.flywheel.identity.Founder;
import io.flywheel.identity.Founding;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Workspace;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sample records for whoever signs up and asks for them: the founder leads a small company that is already selling. */
@Component
final class SampleFounding implements Founding {
    private final Bookkeeper bookkeeper;
    private final Clock clock;

    SampleFounding(Bookkeeper bookkeeper, Clock clock) {
        this.bookkeeper = bookkeeper;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public void found(Workspace workspace, Founder founder) {
        if (!founder.sampleData()) {
            return;
        }
        Samples.Size size = founder.email().equals(DemoWorkspace.EMAIL) ? Samples.Size.FULL : Samples.Size.SMALL;
        ZonedDateTime now = ZonedDateTime.now(clock.withZone(workspace.zone()));
        Company company = Samples.company(size, founder.language(), now, founder.name());
        Map<Fact, UUID> known = company.all("directors").stream()
                .collect(Collectors.toMap(director -> director, director -> founder.member()));
        Actor actor = new Actor(workspace, founder.member(), founder.language());
        bookkeeper.enter(actor, company, Samples.document("records"), known);
    }
}
