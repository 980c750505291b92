package io.flywheel.performance.value;

import io.flywheel.kernel.Language;
import io.flywheel.performance.Attainment;
import io.flywheel.performance.Exact;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.performance.MetricDefinition.Credit;
import io.flywheel.performance.MetricValues.About;
import io.flywheel.performance.MetricValues.Figure;
import io.flywheel.performance.MetricValues.Span;
import io.flywheel.performance.Period;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what was counted into what is answered. */
final class Figures {
    private static final int ATTAINMENT_DIGITS = 4;

    private Figures() {}

    static Figure of(MetricDefinition metric, Tally tally, @Nullable BigDecimal target) {
        BigDecimal value = tally.value(metric);
        BigDecimal percent = Attainment.of(value, target, metric.direction()).percent();
        return new Figure(
                value,
                tally.first(),
                tally.second(),
                tally.rows(),
                tally.rows().compareTo(BigDecimal.valueOf(metric.minimum())) < 0,
                target,
                percent == null ? null : Exact.round(percent.movePointLeft(2), ATTAINMENT_DIGITS));
    }

    static About about(MetricDefinition metric, Language language) {
        return new About(
                metric.name(),
                metric.label().in(language),
                metric.description().in(language),
                metric.object(),
                String.join(" / ", metric.measure().expressions()),
                metric.where(),
                metric.date(),
                metric.unit().name().toLowerCase(Locale.ROOT),
                metric.digits(),
                metric.direction().name().toLowerCase(Locale.ROOT),
                metric.aggregation().name(),
                metric.credit() == Credit.AT_EVENT ? "event" : "current",
                "half up, once, at the end");
    }

    static Span span(Period period) {
        return new Span(period.text(), period.from(), period.last());
    }
}
