package io.flywheel.files;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Facility;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Faults;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets an object's records keep files. */
@Component
public final class FilesFacility implements Facility<FileRules> {
    public static final String NAME = "files";
    private static final int USUAL_MEGABYTES = 200;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String schema() {
        return "schema/facility-files.json";
    }

    @Override
    public FileRules read(JsonNode settings, Faults faults) {
        return new FileRules(settings.path("maxMegabytes").asInt(USUAL_MEGABYTES));
    }

    @Override
    public void check(FileRules settings, ObjectDefinition object, Catalog after, Faults faults) {
        // Any object may keep files; the schema has said the rest.
    }
}
