package io.flywheel.exchange.value;

import io.flywheel.catalog.FieldType;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parser for each type of field. References are not read here: a key becomes an id by the job. */
public final class Parsers {
    private static final Map<String, Boolean> YES_NO = Map.ofEntries(
            Map.entry("是", true),
            Map.entry("否", false),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("true", true),
            Map.entry("false", false),
            Map.entry("1", true),
            Map.entry("0", false),
            Map.entry("y", true),
            Map.entry("n", false),
            Map.entry("t", true),
            Map.entry("f", false),
            Map.entry("真", true),
            Map.entry("假", false),
            Map.entry("有", true),
            Map.entry("无", false),
            Map.entry("on", true),
            Map.entry("off", false),
            Map.entry("√", true),
            Map.entry("×", false));

    private Parsers() {}

    /**
     * @param empty words that mean nothing in this column
     * @param zone of moments that name none
     */
    public static CellParser of(FieldType type, Emptiness empty, DayOrder order, ZoneId zone) {
        return switch (type) {
            case FieldType.Text ignored -> text(empty);
            case FieldType.LongText ignored -> text(empty);
            case FieldType.Phone ignored -> text(empty);
            case FieldType.Email ignored -> text(empty);
            case FieldType.Link ignored -> text(empty);
            case FieldType.AutoNumber ignored -> text(empty);
            case FieldType.Referring ignored -> text(empty);
            case FieldType.Number ignored -> unless(empty, text -> NumberText.parse(text, false));
            case FieldType.Money ignored -> unless(empty, text -> NumberText.parse(text, false));
            case FieldType.Percent ignored -> unless(empty, text -> NumberText.parse(text, true));
            case FieldType.Date ignored -> unless(empty, text -> DateText.day(text, order));
            case FieldType.DateTime ignored -> unless(empty, text -> DateText.moment(text, order, zone));
            case FieldType.YesNo ignored -> unless(without(empty, YES_NO), Parsers::yesNo);
            case FieldType.Choice choice -> choice(keys(choice.options()), empty);
            case FieldType.MultiChoice choice -> choices(keys(choice.options()), empty);
            case FieldType.Formula formula -> of(formula.result(), empty, order, zone);
            case FieldType.RollUp rollUp -> of(rollUp.result(), empty, order, zone);
            case FieldType.Lines ignored ->
                text -> {
                    throw new Unreadable("exchange.field-not-given");
                };
        };
    }

    private static CellParser text(Emptiness empty) {
        return text -> empty.is(text) ? null : text;
    }

    private static CellParser unless(Emptiness empty, CellParser parser) {
        return text -> empty.is(text) ? null : parser.parse(text);
    }

    private static Emptiness without(Emptiness empty, Map<String, ?> meant) {
        Set<String> words = new LinkedHashSet<>(empty.words());
        words.removeAll(meant.keySet());
        return new Emptiness(words);
    }

    private static Boolean yesNo(String text) throws Unreadable {
        Boolean value = YES_NO.get(Normal.caseless(text));
        if (value == null) {
            throw new Unreadable("exchange.not-yes-or-no");
        }
        return value;
    }

    /** Every writing of an option: its key, and its label in either language. */
    private static Map<String, String> keys(Map<String, FieldType.Option> options) {
        Map<String, String> keys = new HashMap<>();
        options.forEach((key, option) -> {
            keys.putIfAbsent(Normal.letters(option.label().zh()), key);
            keys.putIfAbsent(Normal.letters(option.label().en()), key);
        });
        options.keySet().forEach(key -> keys.put(Normal.letters(key), key));
        return keys;
    }

    private static CellParser choice(Map<String, String> keys, Emptiness empty) {
        return text -> option(text, keys, empty);
    }

    private static @Nullable String option(String text, Map<String, String> keys, Emptiness empty) throws Unreadable {
        String key = text.isEmpty() ? null : keys.get(Normal.letters(text));
        if (key == null && !empty.is(text)) {
            throw new Unreadable("exchange.not-an-option");
        }
        return key;
    }

    private static CellParser choices(Map<String, String> keys, Emptiness empty) {
        return text -> {
            if (empty.is(text)) {
                return null;
            }
            Set<String> chosen = new LinkedHashSet<>();
            for (String part : text.split("[,;|，；、\\n]")) {
                String key = option(part.strip(), keys, empty);
                if (key != null) {
                    chosen.add(key);
                }
            }
            return chosen.isEmpty() ? null : chosen.toArray(String[]::new);
        };
    }
}
