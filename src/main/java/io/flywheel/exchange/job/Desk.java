package io.flywheel.exchange.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.flywheel.exchange.file.DataFile;
import io.flywheel.exchange.file.Row;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Takes files in, says at once what is wrong with them, and hands good ones to the job. */
@Component
public class Desk {
    private static final int SAMPLES = 3;

    private final Imports imports;
    private final Uploads uploads;
    private final Preparing preparing;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final ObjectProvider<OneTimeTask<Void>> task;
    private final Clock clock;

    Desk(
            Imports imports,
            Uploads uploads,
            Preparing preparing,
            ObjectProvider<SchedulerClient> scheduler,
            @Qualifier(Jobs.BEAN) ObjectProvider<OneTimeTask<Void>> task,
            Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.preparing = preparing;
        this.scheduler = scheduler;
        this.task = task;
        this.clock = clock;
    }

    /**
     * What was understood of a file.
     *
     * @param fields column → the fields it gives
     * @param samples the cells of the first rows, as they stand in the file
     */
    public record Accepted(
            UUID id,
            List<String> columns,
            Map<String, List<String>> fields,
            List<String> sheets,
            List<List<String>> samples) {}

    /** @throws Problem as {@link Preparing#course}; then nothing is kept */
    public Accepted accept(Actor actor, Import.Wish wish, InputStream content) throws IOException {
        UUID id = Ids.next();
        Path file = uploads.keep(actor.workspace(), id, content);
        boolean accepted = false;
        try {
            Course course = preparing.course(actor, planned(id, wish, actor), file);
            imports.add(actor.workspace(), id, course.job().wish(), actor.member(), actor.language());
            schedule(actor, id, "run");
            accepted = true;
            return new Accepted(
                    id, course.columns().names(), fields(course), DataFile.sheets(file), samples(file, wish));
        } finally {
            if (!accepted) {
                uploads.drop(actor.workspace(), id);
            }
        }
    }

    private static List<List<String>> samples(Path file, Import.Wish wish) throws IOException {
        List<List<String>> samples = new ArrayList<>();
        try (DataFile data = DataFile.open(file, wish.reading())) {
            for (Row row = data.next(); row != null && samples.size() < SAMPLES; row = data.next()) {
                samples.add(row.cells());
            }
        }
        return samples;
    }

    private Import planned(UUID id, Import.Wish wish, Actor actor) {
        return new Import(
                id,
                wish,
                actor.member(),
                actor.language(),
                Import.Status.QUEUED,
                Import.Phase.CHECKING,
                0,
                false,
                new Import.Counts(null, 0, 0, 0, 0),
                List.of(),
                List.of(),
                Instant.EPOCH,
                null,
                null);
    }

    private static Map<String, List<String>> fields(Course course) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        course.targets().forEach(target -> {
            String from = switch (target.source()) {
                case io.flywheel.exchange.mapping.Target.Source.Column column ->
                    course.columns().names().get(column.index());
                case io.flywheel.exchange.mapping.Target.Source.Computed computed ->
                    "=" + computed.expression().text();
                case io.flywheel.exchange.mapping.Target.Source.Constant constant -> "\"" + constant.text() + "\"";
            };
            fields.computeIfAbsent(from, none -> new ArrayList<>())
                    .add(target.field().name());
        });
        return fields;
    }

    /** @throws Problem.NotFound if it is not there, or neither the actor's own nor the actor an administrator */
    public void callOff(Actor actor, UUID id) {
        if (imports.callOff(actor.workspace(), id)) {
            schedule(actor, id, "undo");
        }
    }

    private void schedule(Actor actor, UUID id, String what) {
        Jobs.schedule(scheduler.getObject(), clock, task.getObject(), actor.workspace(), id, what);
    }
}
