package io.flywheel.access.web;

import io.flywheel.access.Access;
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

/** What the reader may do, for a UI that offers nothing that would be refused. */
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
        for (String object : catalogs.of(actor.workspace()).objects().keySet()) {
            try {
                objects.put(
                        object,
                        access.on(actor, object).rights().stream()
                                .map(Right::name)
                                .map(right -> right.toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList());
            } catch (Problem.NotFound unseen) {
                continue;
            }
        }
        return Map.of("permissions", Map.of("administers", access.administers(actor), "objects", objects));
    }
}
