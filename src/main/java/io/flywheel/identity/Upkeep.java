package io.flywheel.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At start: brings older workspaces up to this version's system tables and sweeps away foundings that were cut off. */
@Component
@Order(0)
class Upkeep implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private final Workspaces workspaces;

    Upkeep(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        workspaces.unfinished().forEach(workspace -> {
            LOG.warn("Removing {}, whose founding was cut off", workspace.schema());
            workspaces.remove(workspace);
        });
        workspaces.outdated().forEach(workspaces::migrate);
    }
}
