package io.flywheel.exchange.job;

import io.flywheel.exchange.file.ReadOptions;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Language;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An import and how far it came.
 *
 * @param mark rows of the file that are done in this phase
 * @param half whether of the next rows those that changed existing records are done
 */
public record Import(
        UUID id,
        Wish wish,
        UUID member,
        Language language,
        Status status,
        Phase phase,
        int mark,
        boolean half,
        Counts counts,
        List<Fault> notes,
        List<Fault> faults,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * What was asked for.
     *
     * @param match fields that tell whether a record is there already
     * @param skips whether faulty rows are left out; otherwise all or nothing
     */
    public record Wish(
            String object,
            Mode mode,
            List<String> match,
            boolean skips,
            boolean dryRun,
            String fileName,
            ReadOptions reading,
            @Nullable JsonNode mapping) {}

    public enum Mode {
        INSERT,
        UPDATE,
        UPSERT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        UNDOING,
        UNDONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checking writes nothing; linking fills in the references of the file's rows to each other. */
    public enum Phase {
        CHECKING,
        WRITING,
        LINKING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param total rows of the file, null until they are counted */
    public record Counts(@Nullable Integer total, int read, int created, int updated, int refused) {}
}
