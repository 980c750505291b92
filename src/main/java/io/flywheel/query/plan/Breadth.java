package io.flywheel.query.plan;

/** How a row scope is searched. Each has its own SQL text, so that a prepared plan made for one never serves another. */
public enum Breadth {
    /** No scope: every row. */
    ALL,
    /** No row at all. */
    NONE,
    /** Few rows are owned: by the owner index, then sorted. */
    OWNERS,
    /** A good part is owned: in order, dropping what others own, until the page is full. */
    ORDERED,
    /** Between: a scan in order for each unit, merged. */
    UNITS
}
