package io.flywheel.exchange.mapping;

import io.flywheel.exchange.value.Normal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How other systems and people name columns: a word to the fields it may mean, the first that an object has wins. */
final class Words {
    private static final List<String> PROFILES =
            List.of("common", "salesforce", "hubspot", "zoho", "fxiaoke", "jiandaoyun");
    private static final Words LOADED = load();

    private final Map<String, List<String>> meanings;

    private Words(Map<String, List<String>> meanings) {
        this.meanings = meanings;
    }

    static Words known() {
        return LOADED;
    }

    /** Field names, or {@code ~role}, most likely first. */
    List<String> meanings(String column) {
        return meanings.getOrDefault(Normal.letters(column), List.of());
    }

    private static Words load() {
        Map<String, List<String>> meanings = new HashMap<>();
        for (String profile : PROFILES) {
            String resource = "exchange/profiles/" + profile + ".yaml";
            try (InputStream in = Words.class.getClassLoader().getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("missing " + resource);
                }
                add(meanings, new YAMLMapper().readTree(in));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new Words(meanings);
    }

    private static void add(Map<String, List<String>> meanings, JsonNode profile) {
        profile.properties().forEach(entry -> {
            List<String> fields = meanings.computeIfAbsent(Normal.letters(entry.getKey()), key -> new ArrayList<>());
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(field -> fields.add(field.asString()));
            } else {
                fields.add(entry.getValue().asString());
            }
        });
    }
}
