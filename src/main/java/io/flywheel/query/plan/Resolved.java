package io.flywheel.query.plan;

import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Nearest;
import io.flywheel.query.ObjectNames;
import java.util.List;
import java.util.Optional;

/** A dotted path of fields that exists and may be seen. */
record Resolved(String text, List<String> path, FieldDefinition field) {

    /** @param place where the path was given, for its fault */
    static Optional<Resolved> of(String text, ObjectNames names, String place, Faults faults) {
        List<String> path = List.of(text.split("\\.", -1));
        ObjectNames here = names;
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i);
            Optional<FieldDefinition> field = here.definition(name);
            if (field.isEmpty()) {
                faults.add(unknown(place, name, here));
                return Optional.empty();
            }
            if (i == path.size() - 1) {
                return readable(new Resolved(text, path, field.get()), place, faults);
            }
            Optional<ObjectNames> next = here.behind(field.get());
            if (next.isEmpty()) {
                faults.add(Fault.of(place, "query.not-a-reference", "field", name, "path", text));
                return Optional.empty();
            }
            here = next.get();
        }
        return Optional.empty();
    }

    private static Optional<Resolved> readable(Resolved resolved, String place, Faults faults) {
        if (resolved.field.type() instanceof FieldType.Lines) {
            faults.add(place, "query.lines-are-no-value", "field", resolved.text);
            return Optional.empty();
        }
        return Optional.of(resolved);
    }

    private static Fault unknown(String place, String name, ObjectNames names) {
        return Nearest.to(name, names.all())
                .map(near -> Fault.of(place, "query.unknown-field-did-you-mean", "field", name, "near", near))
                .orElseGet(() -> Fault.of(
                        place,
                        "query.unknown-field",
                        "field",
                        name,
                        "object",
                        names.object().label()));
    }
}
