package io.flywheel.performance.value;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.Funnel;
import io.flywheel.performance.Funnel.Verdict;
import io.flywheel.performance.Period;
import io.flywheel.performance.Wilson;
import io.flywheel.query.Sight;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers funnels. The year before a period that has begun hardly changes any more, but is the larger part of the work,
 * so it is remembered for an hour, for each reader and as long as rights and definitions stay.
 */
@Component
final class FunnelReader implements Funnel.Reader {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST = 2_000;

    private final Desk desk;
    private final Cache<Asked, Map<String, Counted>> years =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    private record Asked(
            UUID workspace,
            UUID member,
            long rights,
            long version,
            String object,
            @Nullable String where,
            LocalDate from) {}

    FunnelReader(Desk desk) {
        this.desk = desk;
    }

    private record Counted(
            String stage, long entered, @Nullable BigDecimal sum, long decided, long onward) {}

    @Override
    public Funnel of(Actor actor, String object, String period, @Nullable String where) {
        return desk.answer(actor, papers -> read(papers, object, period, blankIsNone(where)));
    }

    private static @Nullable String blankIsNone(@Nullable String where) {
        return where == null || where.isBlank() ? null : where;
    }

    private Funnel read(Desk.Papers papers, String name, String text, @Nullable String where) {
        ObjectDefinition object = papers.catalog()
                .object(name)
                .filter(found -> papers.sight().sees(found.name()))
                .orElseThrow(() -> none(name));
        StageWay way = StageWay.of(object)
                .filter(found -> sees(papers.sight(), object, found))
                .orElseThrow(() -> none(name));
        Period period = papers.period(text);
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (from == null || to == null || from.getYear() == 1) {
            throw new Problem.Malformed("performance.period-open", Map.of("period", text));
        }
        String amount = object.role("amount")
                .map(FieldDefinition::name)
                .filter(field -> papers.sight().sees(name, field))
                .orElse(null);
        Walk walk = new Walk(papers, object, way, where, amount);
        Map<String, Counted> now = walk.counted(from, to, true);
        Map<String, Counted> before = before(walk, from);
        LocalDate year = from.minusYears(1);
        return new Funnel(
                name,
                Figures.span(period),
                Figures.span(new Period(year + ".." + from.minusDays(1), year, from)),
                amount,
                way.steps().stream()
                        .map(stage -> step(stage, way, now.get(stage), before.get(stage), amount))
                        .toList(),
                papers.catalog().version(),
                papers.clock().instant());
    }

    /** A path of which anything is hidden does not exist. */
    private static boolean sees(Sight sight, ObjectDefinition object, StageWay way) {
        return sight.sees(object.name(), way.field())
                && sight.sees(way.events().object())
                && way.events().fields().stream()
                        .allMatch(field -> sight.sees(way.events().object(), field));
    }

    private Map<String, Counted> before(Walk walk, LocalDate from) {
        Desk.Papers papers = walk.papers();
        if (from.isAfter(papers.today())) {
            return walk.counted(from.minusYears(1), from, false);
        }
        Asked asked = new Asked(
                papers.actor().workspace().id(),
                papers.actor().member(),
                papers.revision(),
                papers.catalog().version(),
                walk.object().name(),
                walk.where(),
                from);
        Map<String, Counted> known = years.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        Map<String, Counted> counted = walk.counted(from.minusYears(1), from, false);
        years.put(asked, counted);
        return counted;
    }

    /** What is asked, whatever the span. */
    private record Walk(
            Desk.Papers papers,
            ObjectDefinition object,
            StageWay way,
            @Nullable String where,
            @Nullable String amount) {
        Map<String, Counted> counted(LocalDate from, LocalDate to, boolean whole) {
            FunnelStatement statement = new FunnelStatement(
                    papers.actor().workspace(), papers.catalog(), papers.sight(), object, way, where, amount, from, to);
            Map<String, Counted> counted = new HashMap<>();
            papers.reader()
                    .run(whole ? statement.whole() : statement.decisions(), FunnelReader::row)
                    .forEach(row -> counted.put(row.stage(), row));
            return counted;
        }
    }

    private static Funnel.Step step(
            String stage, StageWay way, @Nullable Counted now, @Nullable Counted before, @Nullable String amount) {
        Wilson conversion = conversion(now);
        Wilson baseline = conversion(before);
        BigDecimal sum = now == null || now.sum() == null ? BigDecimal.ZERO : now.sum();
        return new Funnel.Step(
                stage,
                Objects.requireNonNull(way.outcomes().get(stage)),
                now == null ? 0 : now.entered(),
                amount == null ? null : sum,
                conversion,
                baseline,
                Verdict.of(conversion, baseline));
    }

    private static Wilson conversion(@Nullable Counted counted) {
        return counted == null ? Wilson.of(0, 0) : Wilson.of(counted.onward(), counted.decided());
    }

    private static Counted row(ResultSet row) throws SQLException {
        return new Counted(
                String.valueOf(row.getString(1)), row.getLong(2), row.getBigDecimal(3), row.getLong(4), row.getLong(5));
    }

    private static Problem.NotFound none(String object) {
        return new Problem.NotFound("performance.no-funnel", Map.of("object", object));
    }
}
