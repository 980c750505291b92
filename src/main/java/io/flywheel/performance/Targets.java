package io.flywheel.performance;

/**
 * The settings of the facility {@code targets}: which fields of the object say whose target it is, for which metric
 * and which days (both included), on which basis, and how much.
 */
public record Targets(
        String metric,
        String basis,
        String member,
        String team,
        String territory,
        String from,
        String to,
        String amount) {}
