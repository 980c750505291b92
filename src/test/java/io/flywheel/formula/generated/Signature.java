package io.flywheel.formula.generated;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A function or operator whose operands have one sort each; NOTHING stands for any sort. */
record Signature(String sign, Sort result, List<Sort> parts) {
    static final List<Signature> ALL = Stream.of(
                    of(Sort.NUMBER, "N N", "+", "-", "*", "/", "%", "ratio", "round"),
                    of(Sort.NUMBER, "N", "-", "round", "floor", "ceil", "abs", "sign"),
                    of(Sort.NUMBER, "T", "number", "length"),
                    of(Sort.NUMBER, "D", "year", "quarterOf", "monthOf", "day", "weekday"),
                    of(Sort.NUMBER, "M", "hour"),
                    of(Sort.NUMBER, "D D", "-", "daysBetween", "monthsBetween", "workdaysBetween"),
                    of(Sort.NUMBER, "M M", "businessMinutes"),
                    of(Sort.TEXT, "T", "lower", "upper", "trim"),
                    of(Sort.TEXT, "T N", "left", "right"),
                    of(Sort.TEXT, "T N N", "mid"),
                    of(Sort.TEXT, "T T T", "replace"),
                    of(Sort.TEXT, "?", "text"),
                    of(Sort.TEXT, "? ?", "&"),
                    of(Sort.TEXT, "D", "quarter", "month", "week", "fiscalYear", "fiscalQuarter"),
                    of(Sort.YES_NO, "T T", "contains", "startsWith", "endsWith"),
                    of(Sort.YES_NO, "?", "isEmpty", "is null", "is not null"),
                    of(Sort.YES_NO, "Y Y", "and", "or"),
                    of(Sort.YES_NO, "Y", "not"),
                    of(Sort.DATE, "", "today"),
                    of(Sort.DATE, "T", "date"),
                    of(Sort.DATE, "N N N", "date"),
                    of(Sort.DATE, "D N", "+", "-", "addDays", "addMonths"),
                    of(Sort.DATE, "D", "startOfYear", "startOfQuarter", "startOfMonth", "startOfWeek"),
                    of(Sort.MOMENT, "", "now"))
            .flatMap(List::stream)
            .toList();

    private static List<Signature> of(Sort result, String parts, String... signs) {
        List<Sort> sorts = Arrays.stream(parts.split(" ", -1))
                .filter(part -> !part.isEmpty())
                .map(Signature::sort)
                .toList();
        return Stream.of(signs).map(sign -> new Signature(sign, result, sorts)).toList();
    }

    private static Sort sort(String letter) {
        return switch (letter) {
            case "N" -> Sort.NUMBER;
            case "T" -> Sort.TEXT;
            case "D" -> Sort.DATE;
            case "M" -> Sort.MOMENT;
            case "Y" -> Sort.YES_NO;
            default -> Sort.NOTHING;
        };
    }
}
