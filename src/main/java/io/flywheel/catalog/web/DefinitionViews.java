package io.flywheel.catalog.web;

import io.flywheel.catalog.Definition;
import io.flywheel.catalog.Difference;
import io.flywheel.catalog.Publication;
import io.flywheel.catalog.Revision;
import io.flywheel.kernel.Language;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the API says of definitions. */
final class DefinitionViews {
    private DefinitionViews() {}

    /** @param app the packaged app it came from, null for the customer's own */
    record Entry(
            String kind,
            String name,
            int version,
            @Nullable OffsetDateTime publishedAt,
            @Nullable UUID publishedBy,
            @Nullable String app,
            @Nullable JsonNode document) {
        static Entry of(Definition definition, @Nullable JsonNode document) {
            return new Entry(
                    definition.kind(),
                    definition.name(),
                    definition.version(),
                    definition.publishedAt(),
                    definition.publishedBy(),
                    definition.originApp(),
                    document);
        }
    }

    record Listing(Set<String> kinds, List<Entry> definitions) {}

    record KindListing(String kind, List<Entry> definitions) {}

    record RevisionListing(List<Revision> revisions) {}

    record StepView(String change, String object, @Nullable String field, String message) {}

    record ChangedView(String kind, String name, int version, String action, List<Difference> differences) {}

    /** @param published false for a dry run */
    record PublicationView(boolean published, long catalogue, List<ChangedView> definitions, List<StepView> steps) {
        static PublicationView of(Publication publication, boolean published, Language language) {
            return new PublicationView(
                    published,
                    publication.version(),
                    publication.definitions().stream()
                            .map(one -> new ChangedView(
                                    one.kind(),
                                    one.name(),
                                    one.version(),
                                    one.action().name().toLowerCase(Locale.ROOT),
                                    one.differences()))
                            .toList(),
                    publication.steps().stream()
                            .map(step ->
                                    new StepView(step.change(), step.object(), step.field(), step.message(language)))
                            .toList());
        }
    }
}
