package io.flywheel.exchange.value;

/** A cell's text does not say a value of the wanted type. {@link #code()} says why, for the reader. */
public final class Unreadable extends Exception {
    private final String code;

    Unreadable(String code) {
        super(code, null, false, false); // thrown per cell: no stack trace
        this.code = code;
    }

    public String code() {
        return code;
    }
}
