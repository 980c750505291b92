package io.flywheel.demo.company;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What every part of the story needs: settings, words, time, and the company told so far. */
record Stage(Settings settings, Words words, Time time, Company company) {
    Dice dice(String part) {
        return new Dice(settings.seed(), part);
    }

    Fact add(String kind) {
        return company.add(kind);
    }

    /** A price tag: two digits, half up. */
    static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    /** Clearly nobody's number: no mobile network in China begins with 100. */
    static String phone(int kind, int number) {
        return "+86 100-%04d-%04d".formatted(kind * 1000 + number / 10_000, number % 10_000);
    }
}
