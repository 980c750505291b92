package io.flywheel.catalog;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Text to documents and back, YAML or JSON: the order of keys is kept, a repeated key is refused. */
public final class Documents {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Documents() {}

    /** @throws Problem.Malformed naming line and column */
    public static JsonNode yaml(String text) {
        return read(YAML, text);
    }

    /** @throws Problem.Malformed naming line and column */
    public static JsonNode json(String text) {
        return read(JSON, text);
    }

    /** Any JSON that we wrote ourselves, a list as well. */
    public static JsonNode anyJson(String text) {
        return JSON.readTree(text);
    }

    /** Anything as JSON; differences and the like. */
    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** Compact JSON, keys in their order. */
    public static String text(JsonNode document) {
        return JSON.writeValueAsString(document);
    }

    private static JsonNode read(ObjectMapper mapper, String text) {
        try {
            JsonNode document = mapper.readTree(text);
            if (document == null || !document.isObject()) {
                throw new Problem.Invalid(Fault.of("", "catalog.not-a-document"));
            }
            return document;
        } catch (JacksonException wrong) {
            var at = wrong.getLocation();
            throw new Problem.Malformed(
                    "catalog.unreadable",
                    Map.of(
                            "line", at == null ? 0 : at.getLineNr(),
                            "column", at == null ? 0 : at.getColumnNr()));
        }
    }
}
