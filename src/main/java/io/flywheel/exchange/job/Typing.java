package io.flywheel.exchange.job;

import io.flywheel.catalog.FieldType;
import io.flywheel.exchange.file.DataFile;
import io.flywheel.exchange.file.Row;
import io.flywheel.exchange.mapping.Target;
import io.flywheel.exchange.value.CellParser;
import io.flywheel.exchange.value.Emptiness;
import io.flywheel.exchange.value.Normal;
import io.flywheel.exchange.value.Parsers;
import io.flywheel.exchange.value.Unreadable;
import io.flywheel.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of texts to rows of values, with every fault of every cell. */
final class Typing {
    private static final int SHOWN = 60;

    private final Course course;
    private final List<CellParser> parsers = new ArrayList<>();
    private final int needed;

    Typing(Course course, Survey survey) {
        this.course = course;
        this.needed = course.mapping().neededWidth();
        for (Target target : course.targets()) {
            parsers.add(Parsers.of(
                    target.field().type(),
                    empty(target),
                    survey.order(target),
                    course.workspace().zone()));
        }
    }

    private static Emptiness empty(Target target) {
        if (target.empty() != null) {
            return Emptiness.of(target.empty());
        }
        return switch (target.field().type()) {
            case FieldType.Text ignored -> Emptiness.NOTHING;
            case FieldType.LongText ignored -> Emptiness.NOTHING;
            default -> Emptiness.ORDINARY;
        };
    }

    Typed type(DataFile file, Row row, @Nullable String @Nullable [] computed) {
        Typed typed = new Typed(row, parsers.size());
        if (file.isRagged(row, needed)) {
            typed.faults.add(Fault.of(
                    "",
                    "exchange.row-ragged",
                    "cells",
                    row.width(),
                    "columns",
                    course.columns().count()));
            return typed;
        }
        int nextComputed = 0;
        for (int i = 0; i < parsers.size(); i++) {
            Target target = course.targets().get(i);
            String text = switch (target.source()) {
                case Target.Source.Column column -> row.cell(column.index());
                case Target.Source.Constant constant -> constant.text();
                case Target.Source.Computed ignored -> computed(computed, nextComputed++);
            };
            typed.values[i] = value(target, parsers.get(i), looked(target.values(), text), typed.faults);
        }
        return typed;
    }

    private static String computed(@Nullable String @Nullable [] computed, int index) {
        String text = computed == null ? null : computed[index];
        return text == null ? "" : text;
    }

    private static String looked(Map<String, String> values, String text) {
        return values.isEmpty() ? text : values.getOrDefault(Normal.caseless(text), text);
    }

    private static @Nullable Object value(Target target, CellParser parser, String text, List<Fault> faults) {
        try {
            return parser.parse(text);
        } catch (Unreadable unreadable) {
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            faults.add(Fault.of(
                    target.field().name(),
                    unreadable.code(),
                    "text",
                    shown,
                    "field",
                    target.field().label()));
            return null;
        }
    }
}
