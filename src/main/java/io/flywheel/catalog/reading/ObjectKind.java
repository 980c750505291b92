package io.flywheel.catalog.reading;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.DefinitionKind;
import io.flywheel.catalog.Facilities;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.checking.ObjectCheck;
import io.flywheel.kernel.Faults;
import tools.jackson.databind.JsonNode;

/** The kind {@code object}: a kind of record with a table of its own. */
public final class ObjectKind implements DefinitionKind<ObjectDefinition> {
    private final Facilities facilities;

    public ObjectKind(Facilities facilities) {
        this.facilities = facilities;
    }

    @Override
    public String name() {
        return Catalog.OBJECT;
    }

    @Override
    public Class<ObjectDefinition> type() {
        return ObjectDefinition.class;
    }

    @Override
    public String schema() {
        return "schema/object.json";
    }

    @Override
    public ObjectDefinition read(String name, JsonNode document, Faults faults) {
        FieldNames.checkAny(name, "", faults);
        return new ObjectReader(name, document, facilities, faults).read();
    }

    @Override
    public void check(String name, ObjectDefinition object, Catalog after, Faults faults) {
        new ObjectCheck(after, object, faults).check();
        facilities.check(object, after, faults);
    }
}
