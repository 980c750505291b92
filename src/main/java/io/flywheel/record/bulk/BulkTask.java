package io.flywheel.record.bulk;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.flywheel.identity.Workspaces;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bulk work as jobs that any node may pick up; one whose node died is picked up anew and goes on at its mark. */
@Configuration(proxyBeanMethods = false)
class BulkTask {
    static final String BEAN = "bulkTask";

    @Bean(BEAN)
    OneTimeTask<Void> bulkTask(ObjectProvider<BulkRunner> runner, ObjectProvider<Workspaces> workspaces) {
        return Tasks.oneTime("bulk")
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
}
