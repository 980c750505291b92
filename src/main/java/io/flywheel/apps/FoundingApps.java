package io.flywheel.apps;

import io.flywheel.identity.Founder;
import io.flywheel.identity.Founding;
import io.flywheel.kernel.Workspace;
import java.util.List;
import org.springframework.stereotype.Component;

/** A new workspace begins with the apps of its template. */
@Component
class FoundingApps implements Founding {
    private static final List<String> USUAL = List.of("base", "crm", "performance");

    private final Apps apps;

    FoundingApps(Apps apps) {
        this.apps = apps;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public void found(Workspace workspace, Founder founder) {
        apps.install(workspace, null, founder.template().isBlank() ? USUAL : List.of(founder.template()));
    }
}
