package io.flywheel.record.work;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Facility;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemFields;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Label;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lets people put the records of an object into an order of their own. A record is born with its id as its rank, which
 * is computed like any formula and so stands in the records of before as well; a move writes another text in its place.
 * The highest stands first: what is newest.
 */
@Component
public final class RankedFacility implements Facility<RankedFacility.Settings> {
    public static final String NAME = "ranked";
    public static final String RANK = "rank";
    private static final int LONGEST = 500;

    /** @param by the choice field whose options are the columns in which records are ranked */
    public record Settings(String by) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String schema() {
        return "schema/facility-ranked.json";
    }

    @Override
    public Settings read(JsonNode settings, Faults faults) {
        return new Settings(settings.path("by").asString());
    }

    @Override
    public void check(Settings settings, ObjectDefinition object, Catalog after, Faults faults) {
        new NamedFields(Objects.requireNonNull(object.facilities().get(NAME)), object, faults)
                .one("by", NamedFields::choice);
    }

    @Override
    public List<FieldDefinition> fields(Settings settings) {
        return List.of(FieldDefinition.ofSystem(
                RANK,
                new Label("排位", "Rank"),
                new FieldType.Formula("text(" + SystemFields.ID + ")", new FieldType.Text(LONGEST))));
    }
}
