package io.flywheel.formula.text;

import java.math.BigDecimal;

/** A word of the language. {@code at} is where it starts, in UTF-16 units. */
public sealed interface Token {
    int at();

    /** How a fault names it. */
    String shown();

    record Name(int at, String shown) implements Token {
        boolean is(String keyword) {
            return shown.equalsIgnoreCase(keyword);
        }
    }

    record Number(int at, String shown, BigDecimal value) implements Token {}

    record Text(int at, String value) implements Token {
        @Override
        public String shown() {
            return '"' + value + '"';
        }
    }

    record Symbol(int at, String shown) implements Token {}

    record End(int at) implements Token {
        @Override
        public String shown() {
            return "";
        }
    }
}
