package io.flywheel.house;

import com.tngtech.archunit.core.importer.ImportOption;
import io.flywheel.Flywheel;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void modulesUseOnlyWhatTheirArrowsAllow() {
        ApplicationModules.of(Flywheel.class, new ImportOption.DoNotIncludeTests())
                .verify();
    }
}
