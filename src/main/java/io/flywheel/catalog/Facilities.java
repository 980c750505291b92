package io.flywheel.catalog;

import io.flywheel.catalog.reading.Schemas;
import io.flywheel.kernel.Faults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All facilities that the modules contribute, by name. */
public final class Facilities {
    private final Map<String, Facility<?>> facilities = new TreeMap<>();
    private final Schemas schemas = new Schemas();

    public Facilities(Collection<? extends Facility<?>> all) {
        all.forEach(facility -> facilities.put(facility.name(), facility));
    }

    /** One facility's settings on an object, if the object has switched it on. */
    public <S> Optional<S> settings(Facility<S> facility, ObjectDefinition object) {
        @Nullable JsonNode given = object.facilities().get(facility.name());
        return given == null ? Optional.empty() : Optional.ofNullable(facility.read(given, new Faults()));
    }

    /** Reads the settings of an object's facilities and answers the fields that these add. */
    public List<FieldDefinition> fields(Map<String, JsonNode> settings, Faults faults) {
        List<FieldDefinition> fields = new ArrayList<>();
        settings.forEach((name, node) -> {
            Facility<?> facility = facilities.get(name);
            if (facility == null) {
                faults.add(Schemas.didYouMean(
                        "facilities." + name,
                        "catalog.unknown-facility",
                        "facility",
                        name,
                        List.copyOf(facilities.keySet())));
            } else {
                Faults own = new Faults();
                fields.addAll(fields(facility, node, own));
                faults.addAll("facilities." + name, own.list());
            }
        });
        return fields;
    }

    /** Checks the settings of an object's facilities against all definitions. */
    public void check(ObjectDefinition object, Catalog after, Faults faults) {
        object.facilities().keySet().stream()
                .map(facilities::get)
                .filter(java.util.Objects::nonNull)
                .forEach(facility -> check(facility, object, after, faults));
    }

    private <S> List<FieldDefinition> fields(Facility<S> facility, JsonNode node, Faults faults) {
        schemas.validate(facility.schema(), node, faults);
        if (!faults.isEmpty()) {
            return List.of();
        }
        S settings = facility.read(node, faults);
        return settings == null ? List.of() : facility.fields(settings);
    }

    private <S> void check(Facility<S> facility, ObjectDefinition object, Catalog after, Faults faults) {
        Faults own = new Faults();
        settings(facility, object).ifPresent(settings -> facility.check(settings, object, after, own));
        faults.addAll("facilities." + facility.name(), own.list());
    }
}
