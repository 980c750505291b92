package io.flywheel.performance.value;

import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.formula.Formula;
import io.flywheel.formula.Names;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.MetricRecords;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Queries;
import io.flywheel.query.Selection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the records behind a number: which they are by the metric's own statement, what they show by a query. */
@Component
final class RecordReader {
    private static final int MOST = 200;

    private final Queries queries;

    RecordReader(Queries queries) {
        this.queries = queries;
    }

    MetricRecords records(
            Desk.Papers papers,
            String name,
            String period,
            @Nullable String by,
            @Nullable String basis,
            @Nullable String key,
            int limit,
            int offset) {
        MetricDefinition metric = papers.metric(name);
        Question question = new Question(papers.period(period), By.of(by, basis), null, papers.today());
        Object within = key(question.by(), key);
        int page = Math.clamp(limit, 1, MOST);
        List<UUID> ids = papers.reader()
                .run(
                        papers.reader().statement(metric, question).records(within, page, Math.max(0, offset)),
                        row -> row.getObject(1, UUID.class));
        List<String> fields = fields(papers, metric);
        return new MetricRecords(
                metric.object(),
                fields,
                ids.isEmpty() ? List.of() : read(papers, metric, ids, fields),
                count(papers.reader(), metric, question, within),
                count(papers.wholeReader(), metric, question, within));
    }

    private static long count(Reader reader, MetricDefinition metric, Question question, @Nullable Object within) {
        return reader.run(reader.statement(metric, question).count(within), row -> row.getLong(1))
                .getFirst();
    }

    private List<Map<String, @Nullable Object>> read(
            Desk.Papers papers, MetricDefinition metric, List<UUID> ids, List<String> fields) {
        String among = ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
        List<Selection.Order> order =
                metric.date() == null ? List.of() : List.of(new Selection.Order(metric.date(), true));
        return queries.select(
                        papers.actor(),
                        new Selection(
                                metric.object(),
                                "id in (" + among + ")",
                                order,
                                fields,
                                ids.size(),
                                null,
                                Selection.Count.NONE))
                .records();
    }

    /** The metric's own, as far as they may be seen; else every field of the object. */
    private static List<String> fields(Desk.Papers papers, MetricDefinition metric) {
        ObjectDefinition object = papers.catalog().object(metric.object()).orElseThrow();
        Names names = ObjectNames.of(papers.catalog(), object, papers.sight());
        List<String> seen =
                metric.rows().stream().filter(path -> isSeen(path, names)).toList();
        return seen.isEmpty() ? List.of() : seen;
    }

    private static boolean isSeen(String path, Names names) {
        try {
            Formula.check(path, names);
            return true;
        } catch (Problem.Invalid hidden) {
            return false;
        }
    }

    private static @Nullable Object key(By by, @Nullable String key) {
        if (key == null) {
            return null;
        }
        return switch (by) {
            case By.Whole whole -> null;
            case By.Dimension dimension -> key;
            case By.Member member -> id(key);
            case By.Assigned assigned -> id(key);
            case By.Team team -> id(key);
            case By.Territory territory -> id(key);
        };
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new Problem.Malformed("performance.key-unreadable", Map.of("key", key));
        }
    }
}
