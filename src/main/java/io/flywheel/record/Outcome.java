package io.flywheel.record;

import io.flywheel.kernel.Fault;
import java.util.List;
import java.util.UUID;

/**
 * What a batch did.
 *
 * @param written in the order of the rows
 * @param refused rows that were skipped, with their faults; empty unless the batch skips faulty rows
 */
public record Outcome(List<Written> written, List<Refused> refused) {
    /** @param warnings rules that did not hold but do not refuse */
    public record Written(int number, UUID id, int version, List<Fault> warnings) {}

    public record Refused(int number, List<Fault> faults) {}
}
