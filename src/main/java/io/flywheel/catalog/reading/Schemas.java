package io.flywheel.catalog.reading;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Holds documents against the JSON Schemas on the class path, and says what does not fit in our own words. */
public final class Schemas {
    private static final Pattern LOWER_BOUND = Pattern.compile("min(Length|Items|Properties|imum)");
    private static final Pattern UPPER_BOUND = Pattern.compile("max(Length|Items|Properties|imum)");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> loaded = new ConcurrentHashMap<>();

    /**
     * Adds a fault for everything in {@code document} that the schema does not allow.
     *
     * @param resource the schema's place on the class path, such as {@code schema/object.json}
     * @throws IllegalStateException if there is no such schema
     */
    public void validate(String resource, JsonNode document, Faults faults) {
        Schema schema = loaded.computeIfAbsent(resource, this::load);
        for (Error error : schema.validate(document)) {
            faults.add(fault(error, schema.getSchemaNode()));
        }
    }

    private Schema load(String resource) {
        try (InputStream in = Schemas.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no schema " + resource);
            }
            return registry.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault fault(Error error, JsonNode schema) {
        String path = path(error);
        String keyword = error.getKeyword();
        return switch (keyword) {
            case "additionalProperties" -> unknown(path, error, schema);
            case "required" -> Fault.of(path, "catalog.missing-property", "property", error.getProperty());
            case "type" -> Fault.of(path, "catalog.wrong-type", "expected", rule(error, schema));
            case "enum" -> notAmong(path, error, schema);
            case "uniqueItems" -> Fault.of(path, "catalog.repeated-item");
            default -> bound(path, keyword, error, schema);
        };
    }

    private static Fault bound(String path, String keyword, Error error, JsonNode schema) {
        if (LOWER_BOUND.matcher(keyword).matches()) {
            return Fault.of(path, "catalog.too-small", "limit", rule(error, schema));
        }
        if (UPPER_BOUND.matcher(keyword).matches()) {
            return Fault.of(path, "catalog.too-large", "limit", rule(error, schema));
        }
        return Fault.of(path, "catalog.does-not-fit", "rule", keyword + " " + rule(error, schema));
    }

    private static Fault unknown(String path, Error error, JsonNode schema) {
        String property = String.valueOf(error.getProperty());
        List<String> known = new ArrayList<>();
        at(schema, error, 1).path("properties").propertyNames().forEach(known::add);
        return didYouMean(path, "catalog.unknown-property", "property", property, known);
    }

    private static Fault notAmong(String path, Error error, JsonNode schema) {
        List<String> allowed = new ArrayList<>();
        at(schema, error, 0).forEach(one -> allowed.add(one.asString()));
        return didYouMean(
                path, "catalog.not-among", "value", error.getInstanceNode().asString(""), allowed);
    }

    /** A fault that names the nearest known word if there is one, else all of them (code + {@code -nearest}). */
    public static Fault didYouMean(String path, String code, String name, String given, List<String> known) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put(name, given);
        arguments.put("known", String.join(", ", known));
        return Nearest.to(given, known)
                .map(nearest -> {
                    arguments.put("nearest", nearest);
                    return new Fault(path, code + "-nearest", arguments);
                })
                .orElseGet(() -> new Fault(path, code, arguments));
    }

    private static String rule(Error error, JsonNode schema) {
        JsonNode rule = at(schema, error, 0);
        if (!rule.isArray()) {
            return rule.asString("");
        }
        List<String> parts = new ArrayList<>();
        rule.forEach(part -> parts.add(part.asString()));
        return String.join(", ", parts);
    }

    /** The part of the schema that spoke, {@code up} steps out. */
    private static JsonNode at(JsonNode schema, Error error, int up) {
        var fragment = error.getSchemaLocation().getFragment();
        JsonNode node = schema;
        for (int i = 0; i < fragment.getNameCount() - up; i++) {
            Object element = fragment.getElement(i);
            node = element instanceof Integer index ? node.path(index) : node.path(String.valueOf(element));
        }
        return node;
    }

    /** {@code fields.total.expression}, {@code rules[0].check}. */
    private static String path(Error error) {
        var location = error.getInstanceLocation();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            if (element instanceof Integer index) {
                path.append('[').append(index).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(element);
            }
        }
        return path.toString();
    }
}
