package io.flywheel.record.plan;

import io.flywheel.catalog.FieldType.Lines;
import io.flywheel.catalog.FieldType.RollUp;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Formula;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way from an object up to a parent whose roll-ups it feeds.
 *
 * @param parent the parent object, {@code via} the child's reference to it
 * @param deltas sums and counts, kept by adding the difference
 * @param question rules of the parent over its lines, to be asked afterwards
 * @param recounts least and greatest, recomputed once the parent is locked
 */
public record Edge(
        String parent, String via, List<Feed> deltas, List<Feed> recounts, Optional<AcrossRows.Question> question) {

    /**
     * @param field the parent's roll-up field
     * @param of the child's value; null for a count
     * @param where over the child; null = all
     */
    record Feed(
            String field,
            RollUp.Function function,
            @Nullable Checked of,
            @Nullable Checked where) {}

    /** All edges of a child object. */
    static List<Edge> of(RowShape child) {
        Map<List<String>, List<Feed>> feeds = new LinkedHashMap<>();
        Map<List<String>, AcrossRows.Question> questions = new HashMap<>();
        for (ObjectDefinition parent : child.catalog.objects().values()) {
            parent.fields().forEach((name, field) -> {
                if (field.type() instanceof RollUp rollUp && rollUp.object().equals(child.object.name())) {
                    feeds.computeIfAbsent(List.of(parent.name(), rollUp.via()), ignored -> new ArrayList<>())
                            .add(feed(child, name, rollUp));
                }
                if (field.type() instanceof Lines lines && lines.object().equals(child.object.name())) {
                    AcrossRows.of(new RowShape(child.workspace, child.catalog, parent), Set.of(name))
                            .ifPresent(question -> {
                                questions.put(List.of(parent.name(), lines.via()), question);
                                feeds.computeIfAbsent(
                                        List.of(parent.name(), lines.via()), ignored -> new ArrayList<>());
                            });
                }
            });
        }
        List<Edge> edges = new ArrayList<>();
        feeds.forEach((key, all) -> edges.add(new Edge(
                key.get(0),
                key.get(1),
                all.stream().filter(Edge::adds).toList(),
                all.stream().filter(feed -> !adds(feed)).toList(),
                Optional.ofNullable(questions.get(key)))));
        return edges;
    }

    private static boolean adds(Feed feed) {
        return switch (feed.function()) {
            case SUM, COUNT -> true;
            case MIN, MAX -> false;
        };
    }

    private static Feed feed(RowShape child, String name, RollUp rollUp) {
        ObjectNames names = ObjectNames.of(child.catalog, child.object, Sight.everything());
        String where = rollUp.where();
        String of = rollUp.of();
        return new Feed(
                name,
                rollUp.function(),
                of == null ? null : Formula.check(of, names),
                where == null ? null : Formula.condition(where, names));
    }

    /** Whether a change of {@code changed} fields of the child can move one of these roll-ups. */
    boolean concerns(Set<String> changed) {
        return question.isPresent()
                || changed.contains(via)
                || deltas.stream().anyMatch(feed -> reads(feed, changed))
                || recounts.stream().anyMatch(feed -> reads(feed, changed));
    }

    private static boolean reads(Feed feed, Set<String> changed) {
        return read(feed).stream().anyMatch(changed::contains);
    }

    static Set<String> read(Feed feed) {
        Set<String> names = new java.util.LinkedHashSet<>();
        if (feed.of() != null) {
            names.addAll(RowShape.ownFields(feed.of()));
        }
        if (feed.where() != null) {
            names.addAll(RowShape.ownFields(feed.where()));
        }
        return names;
    }

    /** The child's fields that its roll-ups read. */
    Set<String> reads() {
        Set<String> names = new java.util.LinkedHashSet<>();
        names.add(via);
        deltas.forEach(feed -> names.addAll(read(feed)));
        recounts.forEach(feed -> names.addAll(read(feed)));
        return names;
    }

    /** What the row under an alias adds to a sum or count. */
    static SqlText contribution(RowShape child, Feed feed, String alias) {
        SqlText value = feed.of() == null
                ? new SqlText().add("1")
                : new SqlText()
                        .add("coalesce(")
                        .add(child.sql(feed.of(), alias))
                        .add(", 0)");
        return feed.where() == null
                ? value.add("::numeric")
                : new SqlText()
                        .add("(case when ")
                        .add(child.sql(feed.where(), alias))
                        .add(" then ")
                        .add(value)
                        .add(" else 0 end)::numeric");
    }
}
