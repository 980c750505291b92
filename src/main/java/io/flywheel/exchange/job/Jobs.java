package io.flywheel.exchange.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.flywheel.identity.Workspaces;
import io.flywheel.kernel.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imports as jobs that any node may pick up; one whose node died is picked up anew and goes on at its mark. */
@Configuration(proxyBeanMethods = false)
class Jobs {
    static final String NAME = "import";

    @Bean
    OneTimeTask<Void> importTask(ObjectProvider<Runner> runner, ObjectProvider<Workspaces> workspaces) {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    String[] parts = instance.getId().split(":");
                    workspaces
                            .getObject()
                            .find(UUID.fromString(parts[0]))
                            .ifPresent(workspace -> runner.getObject().run(workspace, UUID.fromString(parts[1])));
                });
    }

    /** Asks for an import to be run, or undone. */
    static void schedule(
            SchedulerClient client, Clock clock, OneTimeTask<Void> task, Workspace workspace, UUID id, String what) {
        client.scheduleIfNotExists(task.instance(workspace.id() + ":" + id + ":" + what), clock.instant());
    }
}
