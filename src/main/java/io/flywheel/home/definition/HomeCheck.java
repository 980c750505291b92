package io.flywheel.home.definition;

import io.flywheel.access.RoleDefinition;
import io.flywheel.catalog.Catalog;
import io.flywheel.home.HomeDefinition;
import io.flywheel.home.HomeDefinition.Headline;
import io.flywheel.home.HomeDefinition.Tile;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Label;
import io.flywheel.kernel.Nearest;
import io.flywheel.performance.MetricDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that can be wrong with a home once its document has the right shape. */
final class HomeCheck {
    private static final String ROLE = "role";
    private static final Pattern SLOT = Pattern.compile("\\{(\\w*)}");

    private final HomeDefinition home;
    private final Catalog catalog;
    private final Faults faults;

    HomeCheck(HomeDefinition home, Catalog catalog, Faults faults) {
        this.home = home;
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        Set<String> roles = catalog.all(ROLE, RoleDefinition.class).keySet();
        for (int i = 0; i < home.roles().size(); i++) {
            String role = home.roles().get(i);
            if (!roles.contains(role)) {
                faults.add("roles[" + i + "]", "home.role-unknown", "role", role, "hint", hint(role, roles));
            }
        }
        if (home.headline() != null) {
            headline(home.headline());
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < home.tiles().size(); i++) {
            Tile tile = home.tiles().get(i);
            String path = "tiles[" + i + "]";
            if (!names.add(tile.name())) {
                faults.add(path + ".name", "home.tile-twice", "tile", tile.name());
            }
            new TileCheck(tile, path, catalog, faults).check();
        }
    }

    private void headline(Headline headline) {
        Set<String> metrics =
                catalog.all(MetricDefinition.KIND, MetricDefinition.class).keySet();
        if (!metrics.contains(headline.metric())) {
            faults.add(unknownMetric("headline.metric", headline.metric(), metrics));
        }
        sentence("headline.ahead", headline.ahead());
        sentence("headline.behind", headline.behind());
        sentence("headline.plain", headline.plain());
    }

    private void sentence(String path, Label sentence) {
        for (String text : List.of(sentence.zh(), sentence.en())) {
            Matcher slots = SLOT.matcher(text);
            while (slots.find()) {
                String slot = slots.group(1);
                if (!Headline.SLOTS.contains(slot)) {
                    faults.add(path, "home.slot-unknown", "slot", slot, "hint", hint(slot, Headline.SLOTS));
                }
            }
        }
    }

    static Fault unknownMetric(String path, String metric, Collection<String> known) {
        return Fault.of(path, "performance.metric-unknown", "metric", metric, "hint", hint(metric, known));
    }

    static String hint(String word, Collection<String> known) {
        return Nearest.to(word, known).map(near -> " → " + near).orElse("");
    }
}
