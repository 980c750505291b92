package io.flywheel.home.own;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.Roles;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ViewDefinition;
import io.flywheel.home.HomeDefinition;
import io.flywheel.home.HomeDefinition.Headline;
import io.flywheel.home.HomeDefinition.Tile;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Label;
import io.flywheel.kernel.Nearest;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.MetricValues;
import io.flywheel.performance.Metrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The homes of one reader: those of his roles before those of everybody, with the tiles whose figures he may see. */
@Component
public final class OwnHomes {
    private final Catalogs catalogs;
    private final Access access;
    private final Roles roles;
    private final Metrics metrics;
    private final Arrangements arrangements;

    OwnHomes(Catalogs catalogs, Access access, Roles roles, Metrics metrics, Arrangements arrangements) {
        this.catalogs = catalogs;
        this.access = access;
        this.roles = roles;
        this.metrics = metrics;
        this.arrangements = arrangements;
    }

    /** @param arranged whether the reader has put its tiles in an order of his own */
    public record Home(
            String name,
            Label label,
            String period,
            @Nullable Headline headline,
            boolean arranged,
            List<Shown> tiles) {}

    /**
     * A tile with everything that is needed to ask for its figures: a view is resolved into what it shows.
     *
     * @param width {@code main}, {@code side} or {@code wide}
     */
    public record Shown(
            String name,
            String type,
            Label label,
            String width,
            boolean hidden,
            List<String> metrics,
            String by,
            String rankBy,
            @Nullable String view,
            @Nullable String object,
            @Nullable String where,
            List<String> columns,
            List<String> order,
            @Nullable String due,
            @Nullable String groupBy,
            int limit) {}

    public List<Home> of(Actor actor) {
        List<String> own = roles.rolesOf(actor.workspace(), actor.member());
        Catalog catalog = catalogs.of(actor.workspace());
        List<HomeDefinition> homes = catalog.all(HomeDefinition.KIND, HomeDefinition.class).values().stream()
                .filter(home -> home.roles().isEmpty() || !Collections.disjoint(home.roles(), own))
                .sorted(Comparator.<HomeDefinition, Boolean>comparing(
                                home -> home.roles().isEmpty())
                        .thenComparing(HomeDefinition::order)
                        .thenComparing(HomeDefinition::name))
                .toList();
        if (homes.isEmpty()) {
            return List.of();
        }
        Set<String> seen =
                metrics.list(actor).stream().map(MetricValues.About::name).collect(Collectors.toSet());
        Map<String, Arrangement> kept = arrangements.of(actor);
        return homes.stream()
                .map(home -> shown(actor, catalog, home, seen, kept.get(home.name())))
                .toList();
    }

    /** @throws Problem.NotFound if it is not one of the reader's; {@link Problem.Invalid} for tiles it has not */
    public void arrange(Actor actor, String home, Arrangement arrangement) {
        HomeDefinition definition = own(actor, home);
        List<String> known = definition.tiles().stream().map(Tile::name).toList();
        Faults faults = new Faults();
        check("tiles", arrangement.tiles(), known, faults);
        check("hidden", arrangement.hidden(), known, faults);
        faults.refuse();
        arrangements.put(actor, home, arrangement);
    }

    /** The tiles stand as they are defined again. */
    public void reset(Actor actor, String home) {
        arrangements.forget(actor, own(actor, home).name());
    }

    private static void check(String path, List<String> tiles, List<String> known, Faults faults) {
        for (int i = 0; i < tiles.size(); i++) {
            String tile = tiles.get(i);
            if (!known.contains(tile)) {
                String hint = Nearest.to(tile, known).map(near -> " → " + near).orElse("");
                faults.add(Fault.of(path + "[" + i + "]", "home.no-such-tile", "tile", tile, "hint", hint));
            }
        }
    }

    private HomeDefinition own(Actor actor, String name) {
        List<String> own = roles.rolesOf(actor.workspace(), actor.member());
        return catalogs.of(actor.workspace())
                .find(HomeDefinition.KIND, name, HomeDefinition.class)
                .filter(home -> home.roles().isEmpty() || !Collections.disjoint(home.roles(), own))
                .orElseThrow(() -> new Problem.NotFound("home.no-such-home", Map.of("home", name)));
    }

    private Home shown(
            Actor actor, Catalog catalog, HomeDefinition home, Set<String> seen, @Nullable Arrangement kept) {
        Arrangement arrangement = kept == null ? Arrangement.NONE : kept;
        List<Tile> tiles = new ArrayList<>(home.tiles());
        tiles.sort(Comparator.comparingInt(tile -> place(arrangement, tile.name())));
        List<Shown> shown = tiles.stream()
                .map(tile -> shown(tile, catalog, arrangement.hidden().contains(tile.name())))
                .filter(tile -> seen.containsAll(tile.metrics()))
                .filter(tile -> tile.object() == null || sees(actor, tile.object()))
                .toList();
        Headline headline = home.headline();
        boolean said = headline != null && seen.contains(headline.metric());
        return new Home(home.name(), home.label(), home.period(), said ? headline : null, kept != null, shown);
    }

    private static int place(Arrangement arrangement, String tile) {
        int place = arrangement.tiles().indexOf(tile);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private boolean sees(Actor actor, String object) {
        try {
            return access.on(actor, object).may(Right.SEE);
        } catch (Problem.NotFound hidden) {
            return false;
        }
    }

    private static Shown shown(Tile tile, Catalog catalog, boolean hidden) {
        ViewDefinition view = tile.view() == null
                ? null
                : catalog.find(Catalog.VIEW, tile.view(), ViewDefinition.class).orElse(null);
        return new Shown(
                tile.name(),
                tile.type().name().toLowerCase(Locale.ROOT),
                tile.label(),
                tile.width(),
                hidden,
                tile.metrics(),
                tile.by(),
                tile.order(),
                tile.view(),
                view == null ? tile.object() : view.object(),
                view == null ? tile.where() : view.where(),
                view == null ? tile.columns() : view.columns(),
                view == null ? tile.sort() : view.order(),
                tile.due(),
                tile.groupBy(),
                tile.limit());
    }
}
