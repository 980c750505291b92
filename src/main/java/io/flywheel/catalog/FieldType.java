package io.flywheel.catalog;

import io.flywheel.kernel.Label;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a field holds. The Java value of a stored field: text-like String, number-like BigDecimal, Date LocalDate,
 * DateTime OffsetDateTime, YesNo Boolean, Choice String (the option's key), MultiChoice String[], Member, Team and
 * Reference UUID. Lines are not stored: they are the children that refer back.
 */
public sealed interface FieldType {
    /** Holds the id of a record of another object. */
    sealed interface Referring extends FieldType {
        String object();
    }

    /** Computed by the product, never given. */
    sealed interface Computed extends FieldType {}

    record Text(int length) implements FieldType {}

    record LongText(int length) implements FieldType {}

    /** @param digits kept after the point, 0 to 20, half up */
    record Number(int digits) implements FieldType {}

    record Money(int digits) implements FieldType {}

    /** 12.5 means 12.5 %. */
    record Percent(int digits) implements FieldType {}

    record Date() implements FieldType {}

    record DateTime() implements FieldType {}

    record YesNo() implements FieldType {}

    /** @param options key to label, in their order */
    record Choice(Map<String, Option> options) implements FieldType {}

    record MultiChoice(Map<String, Option> options) implements FieldType {}

    record Member() implements Referring {
        @Override
        public String object() {
            return SystemObjects.MEMBER;
        }
    }

    record Team() implements Referring {
        @Override
        public String object() {
            return SystemObjects.TEAM;
        }
    }

    record Reference(String object) implements Referring {}

    /** The records of {@code object} whose reference field {@code via} names this record; they live and die with it. */
    record Lines(String object, String via) implements FieldType {}

    /** @param result what it answers: one of Text, Number, Money, Percent, Date, DateTime, YesNo */
    record Formula(String expression, FieldType result) implements Computed {}

    /**
     * @param object the child object, {@code via} its reference to this one
     * @param of the child's field; null for count
     * @param where over the child; null = all
     */
    record RollUp(
            String object,
            String via,
            Function function,
            @Nullable String of,
            @Nullable String where,
            FieldType result) implements Computed {
        public enum Function {
            SUM,
            COUNT,
            MIN,
            MAX
        }
    }

    /** @param format such as {@code Q-{yyyy}{MM}-{0000}} */
    record AutoNumber(String format) implements Computed {}

    record Phone() implements FieldType {}

    record Email() implements FieldType {}

    record Link() implements FieldType {}

    /** @param retired kept for old records, not offered for new ones */
    record Option(Label label, @Nullable String colour, boolean retired) {}
}
