package io.flywheel.performance.value;

import io.flywheel.kernel.Actor;
import io.flywheel.performance.Grain;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.MetricRecords;
import io.flywheel.performance.MetricValues;
import io.flywheel.performance.MetricValues.Row;
import io.flywheel.performance.Metrics;
import io.flywheel.performance.Period;
import io.flywheel.performance.definition.MetricKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers about single metrics. */
@Component
final class MetricReader implements Metrics {
    private final Desk desk;
    private final RecordReader records;

    MetricReader(Desk desk, RecordReader records) {
        this.desk = desk;
        this.records = records;
    }

    @Override
    public List<MetricValues.About> list(Actor actor) {
        return desk.answer(actor, MetricReader::list);
    }

    private static List<MetricValues.About> list(Desk.Papers papers) {
        return papers.catalog().all(MetricKind.NAME, MetricDefinition.class).values().stream()
                .filter(papers::sees)
                .map(metric -> Figures.about(metric, papers.actor().language()))
                .toList();
    }

    @Override
    public MetricValues values(
            Actor actor,
            String name,
            String period,
            @Nullable String by,
            @Nullable String basis,
            @Nullable String grain) {
        return desk.answer(actor, papers -> values(papers, name, period, by, By.of(by, basis), grain));
    }

    private static MetricValues values(
            Desk.Papers papers, String name, String period, @Nullable String by, By divided, @Nullable String grain) {
        MetricDefinition metric = papers.metric(name);
        Period span = papers.period(period);
        Question question = new Question(span, divided, grain == null ? null : Grain.of(grain), papers.today());
        Values values = read(papers.reader(), metric, question);
        List<Row> rows = new Rows(papers, metric, question, values).all();
        return new MetricValues(
                Figures.about(metric, papers.actor().language()),
                Figures.span(span),
                by,
                divided.basis(),
                grain,
                rows,
                question.grain() == null ? total(papers, metric, question, values) : null,
                papers.catalog().version(),
                papers.clock().instant());
    }

    private static Values read(Reader reader, MetricDefinition metric, Question question) {
        return reader.values(List.of(metric), question).values().iterator().next();
    }

    private static MetricValues.Figure total(
            Desk.Papers papers, MetricDefinition metric, Question question, Values values) {
        if (values.tallies().size() == 1 && question.by() instanceof By.Whole) {
            return Figures.of(metric, values.at(null, null), null);
        }
        Question whole = new Question(question.period(), new By.Whole(), null, question.today());
        return Figures.of(metric, read(papers.reader(), metric, whole).at(null, null), null);
    }

    @Override
    public MetricRecords records(
            Actor actor,
            String metric,
            String period,
            @Nullable String by,
            @Nullable String basis,
            @Nullable String key,
            int limit,
            int offset) {
        return desk.answer(actor, papers -> records.records(papers, metric, period, by, basis, key, limit, offset));
    }
}
