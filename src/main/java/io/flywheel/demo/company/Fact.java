package io.flywheel.demo.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing the company knows: a person, a customer, a visit. Its values are String, BigDecimal, LocalDate,
 * OffsetDateTime, Boolean, another fact, or a Double that only the story itself needs.
 */
public final class Fact {
    private final String kind;
    private final int number;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Fact(String kind, int number) {
        this.kind = kind;
        this.number = number;
    }

    public String kind() {
        return kind;
    }

    /** Counts from 1 among the facts of its kind. */
    public int number() {
        return number;
    }

    public @Nullable Object value(String name) {
        return values.get(name);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A null takes the value away. */
    public Fact with(String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        return this;
    }

    public String text(String name) {
        return (String) given(name);
    }

    public LocalDate date(String name) {
        return (LocalDate) given(name);
    }

    public OffsetDateTime time(String name) {
        return (OffsetDateTime) given(name);
    }

    public BigDecimal amount(String name) {
        return (BigDecimal) given(name);
    }

    public double weight(String name) {
        return (Double) given(name);
    }

    public Fact fact(String name) {
        return (Fact) given(name);
    }

    private Object given(String name) {
        return Objects.requireNonNull(values.get(name), () -> kind + " " + number + " has no " + name);
    }

    /** All it says, references by kind and number: two equal texts are equal facts. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind + number);
        values.forEach((name, value) -> text.append(' ')
                .append(name)
                .append('=')
                .append(value instanceof Fact other ? other.kind + other.number : value));
        return text.toString();
    }
}
