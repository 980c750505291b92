package io.flywheel.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.access.role.RoleKind;
import io.flywheel.apps.packaged.PackagedApps;
import io.flywheel.catalog.Definitions;
import io.flywheel.catalog.Documents;
import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Publication;
import io.flywheel.catalog.TestCatalog;
import io.flywheel.catalog.running.Finishing;
import io.flywheel.catalog.running.PublishedCatalogs;
import io.flywheel.catalog.running.Publishing;
import io.flywheel.database.Database;
import io.flywheel.database.TestDatabase;
import io.flywheel.kernel.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class InstallingTest {
    private final Database database = TestDatabase.database();
    private final io.flywheel.catalog.Kinds kinds =
            new TestCatalog().kind(new RoleKind()).kinds();
    private final PublishedCatalogs catalogs = new PublishedCatalogs(database, kinds);
    private final Publishing publications = new Publishing(
            database, kinds, catalogs, new Finishing(database, catalogs, Duration.ZERO), Clock.systemUTC());
    private final Apps apps = new Apps(publications, new Definitions(database, Clock.systemUTC()));
    private final Workspace workspace = TestDatabase.freshWorkspace();

    @Test
    void installsAnAppWithRealTables() {
        long begin = System.nanoTime();
        apps.install(workspace, null, List.of("base"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(catalogs.of(workspace).objects()).containsKeys("member", "team", "territory_membership");
        assertThat(apps.installed(workspace)).containsEntry("base", "1");
    }

    @Test
    void changesNothingWhenInstalledAgain() {
        apps.install(workspace, null, List.of("base"));
        Publication again = apps.install(workspace, null, List.of("base")).publication();
        assertThat(again.definitions()).isEmpty();
    }

    @Test
    void keepsWhatTheCustomerChanged() {
        apps.install(workspace, null, List.of("base"));
        ObjectNode mine = (ObjectNode) new PackagedApps()
                .app("base").orElseThrow().documents().stream()
                        .filter(document -> document.path().equals("object/member"))
                        .findFirst()
                        .orElseThrow()
                        .content()
                        .deepCopy();
        ((ObjectNode) mine.get("fields")).set("employee_key", Documents.yaml("type: number\nlabel: Key\nunique: true"));
        publications.publish(workspace, null, List.of(Edit.publish("object", "member", mine)));
        apps.install(workspace, null, List.of("base"));
        assertThat(catalogs.of(workspace).object("member").orElseThrow().fields())
                .containsKey("employee_key");
    }

    @Test
    void leavesOutWhatTheCustomerTookOutOfUse() {
        apps.install(workspace, null, List.of("base"));
        publications.publish(workspace, null, List.of(Edit.retire("view", "positions")));
        apps.install(workspace, null, List.of("base"));
        assertThat(catalogs.of(workspace).definitions().get("view")).doesNotContainKey("positions");
    }
}
