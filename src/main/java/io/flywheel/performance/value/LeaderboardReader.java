package io.flywheel.performance.value;

import io.flywheel.access.RowScope;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.Direction;
import io.flywheel.performance.Leaderboard;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.MetricValues;
import io.flywheel.performance.MetricValues.Row;
import io.flywheel.performance.Metrics.Named;
import io.flywheel.performance.Pace;
import io.flywheel.performance.Period;
import io.flywheel.performance.Ranking;
import io.flywheel.performance.Ranking.Ranked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ranks members or teams by a metric, and says how they moved. */
@Component
final class LeaderboardReader implements Leaderboard.Reader {
    private static final String VALUE = "value";
    private static final String ATTAINMENT = "attainment";

    private final Desk desk;

    LeaderboardReader(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Leaderboard of(Actor actor, String metric, String period, String by, String order) {
        return desk.answer(actor, papers -> read(papers, metric, period, by, order));
    }

    private static Leaderboard read(Desk.Papers papers, String name, String text, String by, String order) {
        MetricDefinition metric = papers.metric(name);
        By divided = by(by);
        Function<Row, @Nullable BigDecimal> figure = figure(metric, order);
        Period period = papers.period(text);
        Period before = period.before();
        List<Ranked<Row>> now = Ranking.of(taking(papers, metric, period, divided), figure, inside());
        Map<UUID, Ranked<Row>> then = new HashMap<>();
        if (before != null) {
            Ranking.of(taking(papers, metric, before, divided), figure, inside())
                    .forEach(ranked -> then.put(key(ranked.entry()).id(), ranked));
        }
        Pace.Clock clock = ClockReader.read(papers, period);
        return new Leaderboard(
                Figures.about(metric, papers.actor().language()),
                Figures.span(period),
                before == null ? null : Figures.span(before),
                by,
                order,
                clock == null ? null : clock.share(),
                now.stream()
                        .map(row -> row(row, then.get(key(row.entry()).id())))
                        .toList(),
                papers.catalog().version(),
                papers.clock().instant());
    }

    private static By by(String by) {
        return switch (by) {
            case "member" -> new By.Member();
            case "team" -> new By.Team();
            default -> throw new Problem.Malformed("performance.by-unreadable", Map.of("by", by));
        };
    }

    private static Function<Row, @Nullable BigDecimal> figure(MetricDefinition metric, String order) {
        return switch (order) {
            case ATTAINMENT -> row -> row.figure().attainment();
            case VALUE ->
                metric.direction() == Direction.MORE
                        ? row -> row.figure().value()
                        : row -> negated(row.figure().value());
            default -> throw new Problem.Malformed("performance.order-unreadable", Map.of("order", order));
        };
    }

    private static @Nullable BigDecimal negated(@Nullable BigDecimal value) {
        return value == null ? null : value.negate();
    }

    /** Those who have the same figure stand in the order of their names, which is the order they come in. */
    private static Comparator<Row> inside() {
        return (a, b) -> 0;
    }

    private static Named key(Row row) {
        return row.key() instanceof Named named ? named : new Named(new UUID(0, 0), null);
    }

    private static List<Row> taking(Desk.Papers papers, MetricDefinition metric, Period period, By by) {
        Question question = new Question(period, by, null, papers.today());
        Values values = papers.reader()
                .values(List.of(metric), question)
                .values()
                .iterator()
                .next();
        List<Row> rows = new Rows(papers, metric, question, values).all();
        List<Row> candidates = by instanceof By.Team ? inSight(papers, metric, lowest(rows)) : rows;
        return candidates.stream()
                .filter(row -> row.key() instanceof Named)
                .filter(row ->
                        row.figure().records().signum() > 0 || row.figure().target() != null)
                .toList();
    }

    /** Each row after its parent: who is not followed by a deeper one has nothing below. */
    private static List<Row> lowest(List<Row> rows) {
        List<Row> lowest = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i + 1 == rows.size() || rows.get(i + 1).depth() <= rows.get(i).depth()) {
                lowest.add(rows.get(i));
            }
        }
        return lowest;
    }

    /** A team of which the actor sees nobody would seem to have reached nothing. */
    private static List<Row> inSight(Desk.Papers papers, MetricDefinition metric, List<Row> rows) {
        return switch (papers.sight().scope(metric.object())) {
            case RowScope.All all -> rows;
            case RowScope.Owners owners ->
                rows.stream()
                        .filter(row -> row.figure().records().signum() > 0
                                || owners.units().contains(key(row).id()))
                        .toList();
            case RowScope.None _, RowScope.Through _ ->
                rows.stream().filter(row -> row.figure().records().signum() > 0).toList();
        };
    }

    private static Leaderboard.Row row(Ranked<Row> now, @Nullable Ranked<Row> then) {
        Integer place = now.place();
        Integer former = then == null ? null : then.place();
        MetricValues.Figure formerFigure = then == null ? null : then.entry().figure();
        return new Leaderboard.Row(
                place,
                key(now.entry()),
                now.entry().figure(),
                former,
                formerFigure,
                place == null || former == null ? null : former - place);
    }
}
