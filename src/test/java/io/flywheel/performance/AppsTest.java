package io.flywheel.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.catalog.TestCatalog;
import io.flywheel.catalog.TestFacilities;
import io.flywheel.kernel.Language;
import io.flywheel.performance.definition.MetricKind;
import io.flywheel.performance.definition.ScorecardKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppsTest {

    static TestCatalog apps() {
        TestCatalog catalog = new TestCatalog().kind(new MetricKind()).kind(new ScorecardKind());
        TestFacilities.all().forEach(catalog::facility);
        return catalog.app("base").app("crm").app("performance");
    }

    @Test
    void thePackagedAppsAreFreeOfFaults() {
        List<String> faults = apps().faults().list().stream()
                .map(fault -> fault.path() + ": " + fault.message(Language.EN))
                .toList();
        assertThat(faults).isEmpty();
    }
}
