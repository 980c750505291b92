package io.flywheel.exchange.web;

import io.flywheel.exchange.job.Import;
import io.flywheel.exchange.job.Refusals;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API shows it.
 *
 * @param total rows of the file, null until they are counted
 * @param missing keys that named no record, with the nearest that does
 */
record ImportView(
        UUID id,
        String object,
        String mode,
        boolean dryRun,
        String file,
        String status,
        String phase,
        @Nullable Integer total,
        int read,
        int created,
        int updated,
        int refused,
        List<FaultView> notes,
        List<FaultView> faults,
        List<Refusals.Missing> missing,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    record FaultView(String path, String code, String message) {}

    static ImportView of(Import job, List<Refusals.Missing> missing, Language language) {
        return new ImportView(
                job.id(),
                job.wish().object(),
                job.wish().mode().word(),
                job.wish().dryRun(),
                job.wish().fileName(),
                job.status().word(),
                job.phase().word(),
                job.counts().total(),
                job.counts().read(),
                job.counts().created(),
                job.counts().updated(),
                job.counts().refused(),
                faults(job.notes(), language),
                faults(job.faults(), language),
                missing,
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    private static List<FaultView> faults(List<Fault> faults, Language language) {
        return faults.stream()
                .map(fault -> new FaultView(fault.path(), fault.code(), fault.message(language)))
                .toList();
    }
}
