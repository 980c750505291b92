package io.flywheel.catalog.running;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Publication;
import io.flywheel.catalog.planning.Change;
import io.flywheel.catalog.storing.DefinitionWrites.Write;
import java.util.List;
import java.util.Locale;

/**
 * A publication that passed every check.
 *
 * @param base the version of the catalogue that it was planned against
 */
record Proposal(long base, Catalog after, List<Write> writes, List<Change> changes) {
    Publication publication() {
        return new Publication(
                writes.isEmpty() ? base : base + 1,
                writes.stream().map(Write::changed).toList(),
                changes.stream().map(Proposal::step).toList());
    }

    private static Publication.Step step(Change change) {
        String name = change.getClass().getSimpleName();
        return new Publication.Step(
                name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
                change.object(),
                change.named(),
                change.code(),
                change.arguments());
    }
}
