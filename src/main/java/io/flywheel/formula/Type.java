package io.flywheel.formula;

import java.util.Set;

/** What an expression answers. In Java and SQL: text String/text, number BigDecimal/numeric, and so on. */
public sealed interface Type {
    /** text; never empty: an empty text is null */
    record Text() implements Type {}

    /** exact decimal, numeric */
    record Number() implements Type {}

    /** an amount of money, numeric; mixes with numbers */
    record Money() implements Type {}

    /** yes or no, boolean */
    record YesNo() implements Type {}

    /** a day, date */
    record Date() implements Type {}

    /** a moment, timestamptz */
    record DateTime() implements Type {}

    /** one of an object's options by its key, text */
    record Choice(Set<String> keys) implements Type {}

    /** several options by their keys, text[] */
    record Choices(Set<String> keys) implements Type {}

    /** a record of {@code object} by its id, uuid; {@code member} and {@code team} are such objects too */
    record Reference(String object) implements Type {}

    /** null alone: fits every type */
    record Nothing() implements Type {}
}
