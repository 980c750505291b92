package io.flywheel.query.run;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.query.Selection;
import io.flywheel.query.Statement;
import io.flywheel.query.plan.Breadth;
import io.flywheel.query.plan.ListPlan;
import io.flywheel.query.plan.ListPlanner;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many records match: counted one by one, or as the database's planner estimates. Only if asked. */
@Component
class Counts {
    private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    private record Key(
            UUID workspace,
            long version,
            String object,
            @Nullable String where,
            Breadth breadth,
            boolean estimate,
            String shape) {}

    private final Plans<Key, ListPlan> plans = new Plans<>(500, ListPlan::touched);
    private final Catalogs catalogs;
    private final Reads reads;

    Counts(Catalogs catalogs, Reads reads) {
        this.catalogs = catalogs;
        this.reads = reads;
    }

    @Nullable
    Long of(Actor actor, Selection list) {
        return switch (list.count()) {
            case NONE -> null;
            case EXACT ->
                reads.read(
                                actor,
                                rights -> new Reads.Asked(plan(actor, rights, list, false), List.of()),
                                rows -> rows.next() ? rows.getLong(1) : null)
                        .orElse(0L);
            case ESTIMATE ->
                reads.read(
                                actor,
                                rights -> new Reads.Asked(plan(actor, rights, list, true), List.of()),
                                rows -> rows.next() ? estimated(rows.getString(1)) : null)
                        .orElse(0L);
        };
    }

    private static long estimated(String plan) {
        Matcher matcher = PLAN_ROWS.matcher(plan);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private Statement plan(Actor actor, Rights rights, Selection list, boolean estimate) {
        Catalog catalog = catalogs.of(actor.workspace());
        rights.on(list.object());
        ObjectDefinition object = Limits.object(catalog, list.object());
        Breadth breadth = Breadths.choose(rights.scope(object.name()), Sizes.Size.UNKNOWN, false, 1);
        Key key = new Key(
                actor.workspace().id(),
                catalog.version(),
                object.name(),
                list.where(),
                breadth,
                estimate,
                rights.shape(object.name()));
        ListPlanner planner = new ListPlanner(actor.workspace(), catalog, rights);
        return plans.get(key, rights, () -> planner.count(object, list.where(), breadth, estimate))
                .statement();
    }
}
