package io.flywheel.performance;

/** Which way a metric is good. */
public enum Direction {
    MORE,
    LESS
}
