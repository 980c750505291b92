package io.flywheel.catalog.compiling;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalog.FieldName;
import io.flywheel.catalog.ComputedField;
import io.flywheel.catalog.Storage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a stored computed field is computed from, as a text that differs when its values may differ. */
public final class Signatures {
    private final Catalog catalog;
    private final Dependencies dependencies;

    private Signatures(Catalog catalog) {
        this.catalog = catalog;
        this.dependencies = new Dependencies(catalog);
    }

    /** By field, for the stored formulas and roll-ups of an object. */
    public static Map<String, String> of(Catalog catalog, String object) {
        Signatures signatures = new Signatures(catalog);
        Map<String, String> all = new LinkedHashMap<>();
        catalog.computed(object).values().stream()
                .filter(field -> field.storage() != Storage.ON_READ)
                .forEach(field ->
                        all.put(field.name(), signatures.of(new FieldName(object, field.name()), new HashSet<>())));
        return all;
    }

    private String of(FieldName field, Set<FieldName> seen) {
        ComputedField computed = catalog.computed(field.object()).get(field.field());
        if (computed == null || !seen.add(field)) {
            return field.field();
        }
        StringBuilder signature = new StringBuilder(computed.type().toString());
        dependencies.of(field).forEach(read -> signature.append('|').append(of(read, seen)));
        return signature.toString();
    }
}
