package io.flywheel.catalog.reading;

import io.flywheel.catalog.FieldType;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Label;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a field holds, with the properties that belong to each type. */
final class TypeReader {
    private static final int TEXT_LENGTH = 255;
    private static final int LONG_TEXT_LENGTH = 100_000;
    private static final Set<String> OF_SOME_TYPES = Set.of(
            "length",
            "digits",
            "options",
            "object",
            "via",
            "expression",
            "result",
            "function",
            "of",
            "where",
            "format");

    private final JsonNode field;
    private final String path;
    private final Faults faults;

    TypeReader(JsonNode field, String path, Faults faults) {
        this.field = field;
        this.path = path;
        this.faults = faults;
    }

    FieldType read() {
        return switch (field.path("type").asString()) {
            case "text" -> allows("length").text();
            case "longText" -> allows("length").longText();
            case "number" -> allows("digits").number();
            case "money" -> allows("digits").money();
            case "percent" -> allows("digits").percent();
            case "choice" -> allows("options").choice();
            case "multiChoice" -> allows("options").multiChoice();
            case "reference" -> allows("object").reference();
            case "lines" -> allows("object", "via").lines();
            case "formula" -> allows("expression", "result").formula();
            case "rollUp" ->
                allows("object", "via", "function", "of", "where", "result").rollUp();
            case "autoNumber" -> allows("format").autoNumber();
            case String simple -> allows().simple(simple);
        };
    }

    private FieldType simple(String type) {
        return switch (type) {
            case "date" -> new FieldType.Date();
            case "dateTime" -> new FieldType.DateTime();
            case "yesNo" -> new FieldType.YesNo();
            case "member" -> new FieldType.Member();
            case "team" -> new FieldType.Team();
            case "phone" -> new FieldType.Phone();
            case "email" -> new FieldType.Email();
            case "link" -> new FieldType.Link();
            default -> throw new IllegalArgumentException("the schema let an unknown type pass: " + type);
        };
    }

    private FieldType text() {
        return new FieldType.Text(Json.number(field, "length", TEXT_LENGTH));
    }

    private FieldType longText() {
        return new FieldType.LongText(Json.number(field, "length", LONG_TEXT_LENGTH));
    }

    private FieldType number() {
        return new FieldType.Number(Json.number(field, "digits", 0));
    }

    private FieldType money() {
        return new FieldType.Money(Json.number(field, "digits", 2));
    }

    private FieldType percent() {
        return new FieldType.Percent(Json.number(field, "digits", 2));
    }

    private FieldType choice() {
        return new FieldType.Choice(options());
    }

    private FieldType multiChoice() {
        return new FieldType.MultiChoice(options());
    }

    private FieldType reference() {
        return new FieldType.Reference(needed("object"));
    }

    private FieldType lines() {
        return new FieldType.Lines(needed("object"), needed("via"));
    }

    private FieldType formula() {
        return new FieldType.Formula(needed("expression"), result());
    }

    private FieldType autoNumber() {
        String format = needed("format");
        if (!format.isEmpty() && !format.matches(".*\\{0+}.*")) {
            faults.add(path + ".format", "catalog.format-without-serial", "format", format);
        }
        return new FieldType.AutoNumber(format);
    }

    private FieldType rollUp() {
        String function = needed("function");
        boolean counts = function.equals("count");
        String of = Json.text(field, "of");
        if (counts && of != null) {
            faults.add(path + ".of", "catalog.count-of");
        }
        if (!counts && of == null) {
            faults.add(path, "catalog.missing-property", "property", "of");
        }
        FieldType result = counts && !field.has("result") ? new FieldType.Number(0) : result();
        return new FieldType.RollUp(
                needed("object"),
                needed("via"),
                function.isEmpty()
                        ? FieldType.RollUp.Function.COUNT
                        : FieldType.RollUp.Function.valueOf(function.toUpperCase(Locale.ROOT)),
                of,
                Json.text(field, "where"),
                result);
    }

    private FieldType result() {
        @Nullable JsonNode result = field.get("result");
        if (result == null) {
            faults.add(path, "catalog.missing-property", "property", "result");
            return new FieldType.Number(0);
        }
        return new TypeReader(result, path + ".result", faults).read();
    }

    private Map<String, FieldType.Option> options() {
        Map<String, FieldType.Option> options = new LinkedHashMap<>();
        @Nullable JsonNode given = field.get("options");
        if (given == null) {
            faults.add(path, "catalog.missing-property", "property", "options");
            return options;
        }
        for (Map.Entry<String, JsonNode> option : given.properties()) {
            options.put(option.getKey(), option(option.getKey(), option.getValue()));
        }
        return Collections.unmodifiableMap(options);
    }

    private FieldType.Option option(String key, JsonNode option) {
        if (key.isBlank() || key.length() > 100 || !key.equals(key.strip())) {
            faults.add(path + ".options", "catalog.illegal-option", "key", key);
        }
        Label label = Json.label(option);
        return new FieldType.Option(label, Json.text(option, "colour"), Json.flag(option, "retired", false));
    }

    private String needed(String property) {
        String value = Json.text(field, property);
        if (value == null) {
            faults.add(path, "catalog.missing-property", "property", property);
            return "";
        }
        return value;
    }

    private TypeReader allows(String... properties) {
        Set<String> allowed = Set.of(properties);
        for (String given : field.propertyNames()) {
            if (OF_SOME_TYPES.contains(given) && !allowed.contains(given)) {
                faults.add(Fault.of(
                        path + "." + given,
                        "catalog.property-of-other-type",
                        "property",
                        given,
                        "type",
                        field.path("type").asString()));
            }
        }
        return this;
    }
}
