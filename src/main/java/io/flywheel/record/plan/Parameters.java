package io.flywheel.record.plan;

import io.flywheel.query.Slot;

/** What stands behind the numbered parameters of a write: one value for one row, an array for many. */
public final class Parameters {
    public static final Slot NUMBER = new Slot.Parameter(0);
    public static final Slot ID = new Slot.Parameter(1);
    public static final Slot VERSION = new Slot.Parameter(2);
    public static final Slot CAUSE = new Slot.Parameter(3);
    public static final Slot EVENT_ID = new Slot.Parameter(4);
    /** The members whose records may be changed. */
    public static final Slot REACH = new Slot.Parameter(5);

    /** A moment. */
    public static final Slot SINCE = new Slot.Parameter(6);

    private static final int FIRST_GIVEN = 7;

    private Parameters() {}

    /** The values of the n-th given field. */
    public static Slot given(int index) {
        return new Slot.Parameter(FIRST_GIVEN + index);
    }

    /** Which given field a parameter is; negative for the fixed ones. */
    public static int givenIndex(Slot.Parameter parameter) {
        return parameter.number() - FIRST_GIVEN;
    }
}
