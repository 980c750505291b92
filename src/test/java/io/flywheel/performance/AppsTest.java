package io.flywheel.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.catalog.Facility;
import io.flywheel.catalog.TestCatalog;
import io.flywheel.kernel.Language;
import io.flywheel.performance.definition.MetricKind;
import io.flywheel.performance.definition.ScorecardKind;
import io.flywheel.performance.definition.TargetsFacility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class AppsTest {

    static TestCatalog apps() {
        TestCatalog catalog = new TestCatalog()
                .kind(new MetricKind())
                .kind(new ScorecardKind())
                .facility(new TargetsFacility());
        try (var context = new AnnotationConfigApplicationContext("io.flywheel.record.stage")) {
            context.getBeansOfType(Facility.class).values().forEach(catalog::facility);
        }
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
