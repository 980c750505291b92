package io.flywheel.exchange.value;

/** Whether 03/04/2021 is in April or in March: a column as a whole decides, for each of its cells alone may not. */
public enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST
}
