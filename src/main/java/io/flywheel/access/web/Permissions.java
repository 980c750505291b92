package io.flywheel.access.web;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.catalog.Catalogs;
import io.flywheel.identity.MeContribution;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What the reader may do, for a UI that offers nothing that would be refused: rights by object, and the fields of an
 * object that he sees and may not change.
 */
@Component
final class Permissions implements MeContribution {
    private final Access access;
    private final Catalogs catalogs;

    Permissions(Access access, Catalogs catalogs) {
        this.access = access;
        this.catalogs = catalogs;
    }

    @Override
    public Map<String, Object> about(Actor actor) {
        Map<String, List<String>> objects = new TreeMap<>();
        Map<String, List<String>> fixed = new TreeMap<>();
        for (String object : catalogs.of(actor.workspace()).objects().keySet()) {
            try {
                ObjectRights rights = access.on(actor, object);
                objects.put(
                        object,
                        rights.rights().stream()
                                .map(Right::name)
                                .map(right -> right.toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList());
                List<String> fields =
                        rights.fixed().stream().filter(rights::sees).sorted().toList();
                if (!fields.isEmpty()) {
                    fixed.put(object, fields);
                }
            } catch (Problem.NotFound unseen) {
                continue;
            }
        }
        return Map.of(
                "permissions", Map.of("administers", access.administers(actor), "objects", objects, "fixed", fixed));
    }
}
