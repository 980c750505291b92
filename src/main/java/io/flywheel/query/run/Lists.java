package io.flywheel.query.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.access.ObjectRights;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Page;
import io.flywheel.query.Selection;
import io.flywheel.query.json.Json;
import io.flywheel.query.plan.Breadth;
import io.flywheel.query.plan.Indexing;
import io.flywheel.query.plan.ListPlan;
import io.flywheel.query.plan.ListPlanner;
import io.flywheel.query.plan.Place;
import io.flywheel.query.plan.Served;
import io.flywheel.query.plan.Wanted;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Answers lists, page by page. */
@Component
public class Lists {
    private static final byte[] RECORDS = "{\"records\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEXT = "],\"next\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COUNT = ",\"count\":".getBytes(StandardCharsets.US_ASCII);

    private record Key(
            UUID workspace,
            long version,
            String object,
            @Nullable String where,
            List<Selection.Order> order,
            List<String> fields,
            int rows,
            Place place,
            Breadth breadth,
            String shape) {}

    private record OrderKey(
            UUID workspace,
            long version,
            String object,
            @Nullable String where,
            List<Selection.Order> order) {}

    /** What came of a page beside its rows. */
    private record End(@Nullable List<@Nullable String> last) {}

    private final Plans<Key, ListPlan> plans = new Plans<>(2_000, ListPlan::touched);
    private final Cache<OrderKey, Served> served =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final Catalogs catalogs;
    private final Reads reads;
    private final Sizes sizes;
    private final Cursors cursors;
    private final Counts counts;
    private final Breadths.Choice breadths;

    @Autowired
    Lists(Catalogs catalogs, Reads reads, Sizes sizes, Cursors cursors, Counts counts) {
        this(catalogs, reads, sizes, cursors, counts, Breadths::choose);
    }

    Lists(Catalogs catalogs, Reads reads, Sizes sizes, Cursors cursors, Counts counts, Breadths.Choice breadths) {
        this.breadths = breadths;
        this.catalogs = catalogs;
        this.reads = reads;
        this.sizes = sizes;
        this.cursors = cursors;
        this.counts = counts;
    }

    /** A page as values. */
    public Page page(Actor actor, Selection selection) {
        ValueRows rows = new ValueRows();
        String next = read(actor, null, selection, rows);
        return new Page(rows.maps(), next, counts.of(actor, selection));
    }

    /** A page of those on which the actor has a further right, without a count. */
    Page page(Actor actor, Selection selection, ObjectRights.Right right) {
        ValueRows rows = new ValueRows();
        String next = read(actor, new Rights.Use(selection.object(), right), selection, rows);
        return new Page(rows.maps(), next, null);
    }

    /** A page as JSON: records, next, and the count if it was asked for. */
    public void write(Actor actor, Selection selection, Json json) {
        json.raw(RECORDS);
        String next = read(actor, null, selection, new JsonRows(json, false));
        json.raw(NEXT);
        if (next == null) {
            json.none();
        } else {
            json.text(next);
        }
        Long count = counts.of(actor, selection);
        if (count != null) {
            json.raw(COUNT).number(count);
        }
        json.add('}');
    }

    /**
     * Everything wrong with a list that is not read now, within what the actor sees.
     *
     * @throws Problem.NotFound if the actor sees no such object
     */
    public List<Fault> faults(Actor actor, Selection selection) {
        try {
            Catalog catalog = catalogs.of(actor.workspace());
            plan(actor, catalog, reads.rights(actor), selection, null);
            return List.of();
        } catch (Problem.Invalid invalid) {
            return invalid.faults();
        }
    }

    /** @throws Problem.NotFound if the actor sees no such object */
    public void refuseUnseen(Actor actor, String object) {
        reads.rights(actor).on(object);
        Limits.object(catalogs.of(actor.workspace()), object);
    }

    /** @return the cursor of the next page, or null */
    private @Nullable String read(Actor actor, Rights.@Nullable Use use, Selection selection, RowSink sink) {
        Limits.check(selection);
        Catalog catalog = catalogs.of(actor.workspace());
        Served served = catalog.object(selection.object())
                .map(object -> served(actor, catalog, object, selection))
                .orElse(Served.NOT);
        String after = selection.after();
        List<@Nullable String> last = after == null ? null : cursors.read(actor.workspace(), selection, served, after);
        ListPlan[] used = new ListPlan[1];
        End end = reads.read(
                        actor,
                        use,
                        rights -> {
                            ListPlan plan = plan(actor, catalog, rights, selection, last);
                            used[0] = plan;
                            return new Reads.Asked(
                                    plan.statement(), last == null ? List.of() : typed(last, plan.keys()));
                        },
                        rows -> fill(rows, used[0], selection.limit(), sink))
                .orElse(new End(null));
        return end.last == null ? null : cursors.write(actor.workspace(), selection, served, end.last);
    }

    private static List<@Nullable Object> typed(List<@Nullable String> last, List<ListPlan.Key> keys) {
        if (last.size() != keys.size()) {
            throw Cursors.refused();
        }
        return KeyValues.typed(last, keys);
    }

    private static @Nullable End fill(ResultSet rows, ListPlan plan, int limit, RowSink sink) throws SQLException {
        sink.begin(rows, plan.outputs());
        int count = 0;
        List<@Nullable String> last = null;
        while (rows.next()) {
            if (count == limit) {
                return new End(last);
            }
            sink.row();
            if (++count == limit) {
                last = KeyValues.of(rows, plan.keys());
            }
        }
        return count == 0 ? null : new End(null);
    }

    private ListPlan plan(
            Actor actor, Catalog catalog, Rights rights, Selection list, @Nullable List<@Nullable String> last) {
        String name = list.object();
        rights.on(name);
        ObjectDefinition object = Limits.object(catalog, name);
        Served order = served(actor, catalog, object, list);
        int rows = Limits.rows(list.limit());
        Sizes.Size size = sizes.of(actor.workspace(), catalog, object);
        Breadth breadth = breadths.of(rights.scope(name), size, order != Served.NOT, rows);
        Place place = last == null ? Place.START : place(last);
        Key key = new Key(
                actor.workspace().id(),
                catalog.version(),
                name,
                list.where(),
                list.order(),
                list.fields(),
                rows,
                place,
                breadth,
                rights.shape(name));
        Wanted wanted = new Wanted(object, list.where(), list.order(), list.fields(), order, rows, place, breadth);
        return plans.get(key, rights, () -> new ListPlanner(actor.workspace(), catalog, rights).plan(wanted));
    }

    private Served served(Actor actor, Catalog catalog, ObjectDefinition object, Selection list) {
        OrderKey key =
                new OrderKey(actor.workspace().id(), catalog.version(), object.name(), list.where(), list.order());
        return served.get(key, same -> Indexing.serves(catalog, object, list.where(), list.order()));
    }

    /** Which of the last row's keys were null; the id, which never is, is left out. */
    private static Place place(List<@Nullable String> last) {
        StringBuilder nulls = new StringBuilder();
        for (int i = 0; i < last.size() - 1; i++) {
            nulls.append(last.get(i) == null ? 'n' : 'v');
        }
        return new Place(nulls.append('v').toString());
    }
}
