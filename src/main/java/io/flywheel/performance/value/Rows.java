package io.flywheel.performance.value;

import io.flywheel.performance.Grain;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.MetricValues.Row;
import io.flywheel.performance.Metrics.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the values of one metric into rows: everybody is there, with a value or without. */
final class Rows {
    /** Beyond this many rows only those with a value are answered. */
    private static final int MOST = 50_000;

    private final Desk.Papers papers;
    private final MetricDefinition metric;
    private final Question question;
    private final Values values;

    Rows(Desk.Papers papers, MetricDefinition metric, Question question, Values values) {
        this.papers = papers;
        this.metric = metric;
        this.question = question;
        this.values = values;
    }

    List<Row> all() {
        return switch (question.by()) {
            case By.Whole whole -> rows(keys(), values, TargetReader.Holder.MEMBER, false);
            case By.Dimension dimension -> rows(keys(), values, TargetReader.Holder.MEMBER, false);
            case By.Member member -> members();
            case By.Assigned assigned -> members();
            case By.Team team -> tree(papers.people().teams(), TargetReader.Holder.TEAM);
            case By.Territory territory -> tree(papers.people().territories(), TargetReader.Holder.TERRITORY);
        };
    }

    private record Key(@Nullable Object key, @Nullable Object shown, int depth) {}

    private List<Key> keys() {
        Set<@Nullable Object> seen = new LinkedHashSet<>();
        values.tallies().keySet().forEach(cell -> seen.add(cell.key()));
        return seen.stream().map(key -> new Key(key, shown(key), 0)).toList();
    }

    private @Nullable Object shown(@Nullable Object key) {
        return key instanceof UUID id ? new Named(id, values.titles().get(id)) : key;
    }

    private List<Row> members() {
        Map<Object, Key> keys = new LinkedHashMap<>();
        papers.people()
                .members(null, question.period(), papers.sight().scope(metric.object()))
                .forEach(person ->
                        keys.put(person.id(), new Key(person.id(), new Named(person.id(), person.name()), 0)));
        List<Key> all = new ArrayList<>(keys.values());
        for (Cell cell : values.tallies().keySet()) {
            Object key = cell.key();
            if (key == null && all.stream().noneMatch(known -> known.key() == null)) {
                all.add(new Key(null, null, 0));
            }
        }
        return rows(all, values, TargetReader.Holder.MEMBER, true);
    }

    private List<Row> tree(Tree tree, TargetReader.Holder holder) {
        Values sums = metric.aggregation() instanceof io.flywheel.performance.Aggregation.Exact
                ? values
                : values.rolledUp(tree::upwards);
        List<Key> keys = new ArrayList<>();
        tree.topDown()
                .forEach(
                        node -> keys.add(new Key(node.id(), new Named(node.id(), node.name()), tree.depth(node.id()))));
        if (sums.tallies().keySet().stream().anyMatch(cell -> cell.key() == null)) {
            keys.add(new Key(null, null, 0));
        }
        return rows(keys, sums, holder, true);
    }

    private List<Row> rows(List<Key> keys, Values sums, TargetReader.Holder holder, boolean targeted) {
        TargetSums targets = targeted ? targets(holder) : new TargetSums(Map.of());
        List<@Nullable LocalDate> buckets = buckets(sums);
        boolean filled = (long) keys.size() * buckets.size() <= MOST && !(question.by() instanceof By.Dimension);
        List<Row> rows = new ArrayList<>();
        for (Key key : keys) {
            for (LocalDate bucket : buckets) {
                boolean known = sums.tallies().containsKey(new Cell(key.key(), bucket));
                boolean owned = key.key() != null || question.by() instanceof By.Whole;
                if (known || (filled && owned)) {
                    rows.add(row(key, bucket, sums, targets));
                }
            }
        }
        return rows;
    }

    private Row row(Key key, @Nullable LocalDate bucket, Values sums, TargetSums targets) {
        Grain grain = question.grain();
        BigDecimal target = targets.of(key.key(), bucket == null || grain == null ? null : grain.start(bucket));
        return new Row(
                key.shown(),
                key.depth(),
                bucket == null || grain == null ? null : grain.label(grain.start(bucket)),
                Figures.of(metric, sums.at(key.key(), bucket), target));
    }

    /** A target that is not given for a team is the sum of those below it. */
    private TargetSums targets(TargetReader.Holder holder) {
        TargetSums given = read(holder);
        if (holder != TargetReader.Holder.TEAM) {
            return given;
        }
        TeamTargets teams = new TeamTargets(papers.people(), question.period());
        return teams.of(given, read(TargetReader.Holder.MEMBER));
    }

    private TargetSums read(TargetReader.Holder holder) {
        return papers.targets()
                .read(List.of(metric.name()), holder, question.by().basis(), question.period(), question.grain())
                .getOrDefault(metric.name(), new TargetSums(Map.of()));
    }

    /** Every span of the period that has begun, or those with values when the period is open. */
    private List<@Nullable LocalDate> buckets(Values sums) {
        Grain grain = question.grain();
        List<@Nullable LocalDate> buckets = new ArrayList<>();
        if (grain == null) {
            buckets.add(null);
            return buckets;
        }
        LocalDate from = question.period().from();
        if (metric.aggregation() instanceof io.flywheel.performance.Aggregation.Stock) {
            buckets.addAll(Time.countedOn(question));
        } else if (from == null) {
            sums.tallies().keySet().stream()
                    .map(Cell::bucket)
                    .distinct()
                    .filter(java.util.Objects::nonNull)
                    .sorted()
                    .forEach(buckets::add);
        } else {
            LocalDate end = question.period().to() == null
                    ? question.today()
                    : question.period().last();
            for (LocalDate start = grain.start(from); end != null && !start.isAfter(end); start = grain.next(start)) {
                buckets.add(start);
            }
        }
        return buckets;
    }
}
