package io.flywheel.exchange.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.flywheel.identity.Workspaces;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imports as jobs that any node may pick up; one whose node died is picked up anew and goes on at its mark. */
@Configuration(proxyBeanMethods = false)
class Jobs {
    static final String NAME = "import";
    static final String BEAN = "importTask";

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    @Bean(BEAN)
    OneTimeTask<Void> importTask(ObjectProvider<Runner> runner, ObjectProvider<Workspaces> workspaces) {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    String[] parts = instance.getId().split(":");
                    UUID id = UUID.fromString(parts[1]);
                    workspaces
                            .getObject()
                            .find(UUID.fromString(parts[0]))
                            .ifPresent(workspace -> run(runner.getObject(), workspace, id));
                });
    }

    /** The thread's rim: a mistake of ours ends the import visibly instead of being tried for ever. */
    private static void run(Runner runner, Workspace workspace, UUID id) {
        try {
            runner.run(workspace, id);
        } catch (Problem.Busy later) {
            throw later;
        } catch (RuntimeException ours) {
            LOG.error("import {} failed", id, ours);
            runner.giveUp(workspace, id);
        }
    }

    /** Asks for an import to be run, or undone. */
    static void schedule(
            SchedulerClient client, Clock clock, OneTimeTask<Void> task, Workspace workspace, UUID id, String what) {
        client.scheduleIfNotExists(task.instance(workspace.id() + ":" + id + ":" + what), clock.instant());
    }
}
