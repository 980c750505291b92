package io.flywheel.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.apps.packaged.PackagedApps;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Kinds;
import io.flywheel.catalog.Kinds.Document;
import io.flywheel.catalog.TestCatalog;
import io.flywheel.catalog.TestFacilities;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The build's check of what it packs: every app must pass the schemas and the checks across definitions. */
class PackagedAppsTest {
    private final PackagedApps packaged = new PackagedApps();

    @Test
    void findsEveryAppWithItsDefinitions() {
        assertThat(packaged.all()).containsKeys("base", "crm", "performance");
        assertThat(packaged.app("base").orElseThrow().documents())
                .extracting(Document::path)
                .contains("object/member", "object/team_membership", "view/members");
    }

    @Test
    void putsWhatIsRequiredFirst() {
        assertThat(packaged.withRequired(List.of("performance")))
                .extracting(App::name)
                .containsExactly("base", "crm", "performance");
    }

    @Test
    void passesSchemasAndChecks() {
        Kinds kinds = kinds();
        List<Document> documents = packaged.withRequired(List.of("performance")).stream()
                .flatMap(app -> app.documents().stream())
                .filter(document -> kinds.kind(document.kind()).isPresent())
                .toList();
        Faults faults = new Faults();
        Catalog catalog = kinds.catalog(1, documents, faults);
        kinds.check(catalog, faults);
        assertThat(faults.list().stream().map(PackagedAppsTest::shown)).isEmpty();
    }

    private static String shown(Fault fault) {
        return fault.path() + ": " + fault.message(Language.EN);
    }

    private static Kinds kinds() {
        TestCatalog catalog = new TestCatalog();
        TestFacilities.all().forEach(catalog::facility);
        return catalog.kinds();
    }
}
