package io.flywheel.notify.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.flywheel.identity.Workspaces;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what is older than 90 days, once a day on one of the nodes. */
@Configuration(proxyBeanMethods = false)
class InboxUpkeep {
    @Bean
    RecurringTask<Void> forgetOldNews(
            ObjectProvider<Notes> notes, ObjectProvider<Workspaces> workspaces, ObjectProvider<Clock> clock) {
        return Tasks.recurring("inbox-upkeep", Schedules.daily(ZoneOffset.UTC, LocalTime.of(18, 40)))
                .execute((instance, context) -> workspaces
                        .getObject()
                        .all()
                        .forEach(workspace -> notes.getObject()
                                .forgetOld(workspace, clock.getObject().instant())));
    }
}
