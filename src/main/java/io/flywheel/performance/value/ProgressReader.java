package io.flywheel.performance.value;

import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.Aggregation;
import io.flywheel.performance.Direction;
import io.flywheel.performance.Exact;
import io.flywheel.performance.Grain;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.MetricValues.Figure;
import io.flywheel.performance.MetricValues.Row;
import io.flywheel.performance.Metrics.Named;
import io.flywheel.performance.Pace;
import io.flywheel.performance.Period;
import io.flywheel.performance.Progress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers how one member or team stands. */
@Component
final class ProgressReader implements Progress.Reader {
    private static final int DAILY = 31;

    private final Desk desk;

    ProgressReader(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Progress of(Actor actor, String metric, String period, String by, @Nullable UUID key) {
        return desk.answer(actor, papers -> read(papers, metric, period, by, key));
    }

    /** @param key null = everything together */
    private record Asked(
            MetricDefinition metric, By by, @Nullable UUID key) {
        boolean addsUp() {
            boolean additive = metric.aggregation() instanceof Aggregation.Additive
                    || metric.aggregation() instanceof Aggregation.FirstEver;
            return additive && metric.measure() instanceof MetricDefinition.Measure.Single;
        }
    }

    private static Progress read(Desk.Papers papers, String name, String text, String by, @Nullable UUID key) {
        MetricDefinition metric = papers.metric(name);
        Period period = papers.period(text);
        Asked asked = asked(papers, metric, by, key);
        Pace.Clock clock = ClockReader.read(papers, period);
        Grain grain = asked.addsUp() && clock != null ? clock.days() <= DAILY ? Grain.DAY : Grain.WEEK : null;
        Values values = values(papers, asked, period, grain);
        Row row = row(papers, asked, period, values.uncut());
        Period before = before(period, clock);
        boolean paced = asked.addsUp() && metric.direction() == Direction.MORE && clock != null;
        return new Progress(
                Figures.about(metric, papers.actor().language()),
                Figures.span(period),
                by,
                row.key() instanceof Named named ? named : null,
                row.figure(),
                before == null ? null : former(papers, asked, before),
                before == null ? null : Figures.span(before),
                paced
                        ? Pace.of(
                                row.figure().value(),
                                row.figure().target(),
                                Objects.requireNonNull(clock),
                                metric.digits())
                        : null,
                grain == null ? List.of() : course(papers, asked, period, grain, values),
                papers.catalog().version(),
                papers.clock().instant());
    }

    private static Asked asked(Desk.Papers papers, MetricDefinition metric, String by, @Nullable UUID key) {
        return switch (by) {
            case "member" -> {
                UUID member = key == null ? papers.actor().member() : key;
                yield new Asked(metric, new By.Member(Set.of(member)), member);
            }
            case "team" -> {
                UUID team = key == null
                        ? papers.people()
                                .teamOf(papers.actor().member(), papers.people().teams())
                        : key;
                yield new Asked(metric, team == null ? new By.Whole() : new By.Team(), team);
            }
            case "all" -> new Asked(metric, new By.Whole(), null);
            default -> throw new Problem.Malformed("performance.by-unreadable", Map.of("by", by));
        };
    }

    private static Values values(Desk.Papers papers, Asked asked, Period period, @Nullable Grain grain) {
        Question question = new Question(period, asked.by(), grain, papers.today());
        return papers.reader()
                .values(List.of(asked.metric()), question)
                .values()
                .iterator()
                .next();
    }

    private static Row row(Desk.Papers papers, Asked asked, Period period, Values values) {
        Question question = new Question(period, asked.by(), null, papers.today());
        if (asked.key() == null) {
            return whole(papers, asked, period, values);
        }
        return new Rows(papers, asked.metric(), question, values)
                .all().stream()
                        .filter(row ->
                                row.key() instanceof Named named && named.id().equals(asked.key()))
                        .findFirst()
                        .orElseGet(() -> nobody(papers, asked));
    }

    /** Oneself may stand outside all lists, such as before the first working day; others are not to be seen then. */
    private static Row nobody(Desk.Papers papers, Asked asked) {
        if (!Objects.equals(asked.key(), papers.actor().member())) {
            throw new Problem.NotFound("performance.no-such-holder", Map.of());
        }
        return new Row(
                new Named(papers.actor().member(), null), 0, null, Figures.of(asked.metric(), Tally.EMPTY, null));
    }

    /** Everything in sight, against what the uppermost teams are to reach together. */
    private static Row whole(Desk.Papers papers, Asked asked, Period period, Values values) {
        Question teams = new Question(period, new By.Team(), null, papers.today());
        Values none = new Values(asked.metric(), Map.of(), Map.of());
        BigDecimal target = new Rows(papers, asked.metric(), teams, none)
                .all().stream()
                        .filter(row -> row.depth() == 0)
                        .map(row -> row.figure().target())
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal::add)
                        .orElse(null);
        return new Row(null, 0, null, Figures.of(asked.metric(), values.at(null, null), target));
    }

    /** As many days of the span before as are over of this one; all of it when this one is over. */
    private static @Nullable Period before(Period period, Pace.@Nullable Clock clock) {
        Period whole = period.before();
        if (whole == null || clock == null || clock.passed() == 0 || clock.passed() == clock.days()) {
            return whole;
        }
        LocalDate from = Objects.requireNonNull(whole.from());
        LocalDate same = from.plusDays(clock.passed());
        LocalDate to = same.isAfter(Objects.requireNonNull(whole.to())) ? whole.to() : same;
        return new Period(from + ".." + Objects.requireNonNull(to).minusDays(1), from, to);
    }

    private static Figure former(Desk.Papers papers, Asked asked, Period before) {
        Values values = values(papers, asked, before, null);
        Values sums = asked.by() instanceof By.Team && !(asked.metric().aggregation() instanceof Aggregation.Exact)
                ? values.rolledUp(papers.people().teams()::upwards)
                : values;
        return Figures.of(asked.metric(), sums.at(asked.key(), null), null);
    }

    private static List<Progress.Point> course(
            Desk.Papers papers, Asked asked, Period period, Grain grain, Values values) {
        Values sums =
                asked.by() instanceof By.Team ? values.rolledUp(papers.people().teams()::upwards) : values;
        LocalDate last = Objects.requireNonNull(period.last());
        LocalDate end = last.isAfter(papers.today()) ? papers.today() : last;
        List<Progress.Point> course = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate start = grain.start(Objects.requireNonNull(period.from()));
        for (; !start.isAfter(end); start = grain.next(start)) {
            BigDecimal part = sums.at(asked.key(), start).first();
            sum = part == null ? sum : sum.add(part);
            LocalDate day = grain.next(start).minusDays(1);
            course.add(new Progress.Point(
                    day.isAfter(end) ? end : day,
                    Exact.round(sum, asked.metric().digits())));
        }
        return course;
    }
}
