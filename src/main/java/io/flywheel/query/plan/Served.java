package io.flywheel.query.plan;

/** Whether an index brings a list in its order, and read which way; backwards, nulls would come first and the id falls. */
public enum Served {
    NOT,
    FORWARD,
    BACKWARD;

    static Served of(boolean forward) {
        return forward ? FORWARD : BACKWARD;
    }
}
