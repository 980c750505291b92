package io.flywheel.performance;

import io.flywheel.kernel.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The numbers of a workspace, with their definitions, within what the actor may see. */
public interface Metrics {
    /** All metrics whose fields the actor may see. */
    List<MetricValues.About> list(Actor actor);

    /**
     * @param period as {@link Period} reads it
     * @param by {@code member}, {@code team}, {@code territory}, any expression over the metric's records, or null
     * @param basis {@code own} or null: what is credited to a member; {@code territory}, only by member: everything in
     *     the territories assigned to a member, each of several assigned members getting 100 %, so that members do not
     *     add up to the total
     * @param grain as {@link Grain} reads it, or null
     * @throws io.flywheel.kernel.Problem.NotFound if there is no such metric, or it needs what the actor may not see
     */
    MetricValues values(
            Actor actor,
            String metric,
            String period,
            @Nullable String by,
            @Nullable String basis,
            @Nullable String grain);

    /** On the own basis. */
    default MetricValues values(
            Actor actor, String metric, String period, @Nullable String by, @Nullable String grain) {
        return values(actor, metric, period, by, null, grain);
    }

    /**
     * The records behind a number, the newest first.
     *
     * @param key the member, team, territory or value of the dimension; null = all
     * @param limit 1 to 200
     */
    MetricRecords records(
            Actor actor,
            String metric,
            String period,
            @Nullable String by,
            @Nullable String basis,
            @Nullable String key,
            int limit,
            int offset);

    /** One named key of an answer. */
    record Named(UUID id, @Nullable String title) {}
}
