package io.flywheel.files.keeping;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.flywheel.identity.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps every few hours, on one node. */
@Configuration(proxyBeanMethods = false)
class SweepJob {
    private static final Logger LOG = LoggerFactory.getLogger(SweepJob.class);

    @Bean
    RecurringTask<Void> filesSweep(ObjectProvider<Sweep> sweep, ObjectProvider<Workspaces> workspaces) {
        return Tasks.recurring("files-sweep", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> run(sweep.getObject(), workspaces.getObject()));
    }

    /** The thread's rim: one workspace's trouble is not the others'. */
    private static void run(Sweep sweep, Workspaces workspaces) {
        try {
            sweep.sweepSpool();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workspaces.all().forEach(workspace -> {
            try {
                sweep.sweep(workspace);
            } catch (RuntimeException failed) {
                LOG.warn("the files of {} will be swept another time", workspace.schema(), failed);
            }
        });
    }
}
