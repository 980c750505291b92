package io.flywheel.performance.value;

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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers funnels. */
@Component
final class FunnelReader implements Funnel.Reader {
    private final Desk desk;

    FunnelReader(Desk desk) {
        this.desk = desk;
    }

    private record Key(boolean now, String stage) {}

    private record Counted(Key key, long entered, @Nullable BigDecimal sum, long decided, long onward) {}

    @Override
    public Funnel of(Actor actor, String object, String period, @Nullable String where) {
        return desk.answer(actor, papers -> read(papers, object, period, where));
    }

    private static Funnel read(Desk.Papers papers, String name, String text, @Nullable String where) {
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
        FunnelStatement statement = new FunnelStatement(
                papers.actor().workspace(), papers.catalog(), papers.sight(), object, way, where, amount, from, to);
        Map<Key, Counted> counted = new HashMap<>();
        papers.reader().run(statement.build(), FunnelReader::row).forEach(row -> counted.put(row.key(), row));
        LocalDate year = from.minusYears(1);
        return new Funnel(
                name,
                Figures.span(period),
                Figures.span(new Period(year + ".." + from.minusDays(1), year, from)),
                amount,
                way.steps().stream()
                        .map(stage -> step(stage, way, counted, amount))
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

    private static Funnel.Step step(String stage, StageWay way, Map<Key, Counted> counted, @Nullable String amount) {
        Optional<Counted> now = Optional.ofNullable(counted.get(new Key(true, stage)));
        Wilson conversion = conversion(counted.get(new Key(true, stage)));
        Wilson baseline = conversion(counted.get(new Key(false, stage)));
        return new Funnel.Step(
                stage,
                Objects.requireNonNull(way.outcomes().get(stage)),
                now.map(Counted::entered).orElse(0L),
                amount == null ? null : now.map(Counted::sum).orElse(BigDecimal.ZERO),
                conversion,
                baseline,
                Verdict.of(conversion, baseline));
    }

    private static Wilson conversion(@Nullable Counted counted) {
        return counted == null ? Wilson.of(0, 0) : Wilson.of(counted.onward(), counted.decided());
    }

    private static Counted row(ResultSet row) throws SQLException {
        return new Counted(
                new Key(row.getBoolean(1), String.valueOf(row.getString(2))),
                row.getLong(3),
                row.getBigDecimal(4),
                row.getLong(5),
                row.getLong(6));
    }

    private static Problem.NotFound none(String object) {
        return new Problem.NotFound("performance.no-funnel", Map.of("object", object));
    }
}
