package io.flywheel.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludePackageInfos())
            .importPackages("io.flywheel");

    private static final List<String> EMPTY_NAMES =
            List.of("Service", "Manager", "Helper", "Util", "Utils", "Impl", "Dto", "Base");

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should(have(describe(
                        "a name that says nothing " + EMPTY_NAMES,
                        type -> EMPTY_NAMES.stream()
                                .anyMatch(end -> type.getSimpleName().endsWith(end)))))
                .check(OURS);
    }

    @Test
    void theLanguageAndTheWordsKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("io.flywheel.kernel..", "io.flywheel.calendar..", "io.flywheel.formula..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..")
                .check(OURS);
    }

    @Test
    void pagesAndPackagesDoNotTalkToTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("io.flywheel.http..", "io.flywheel.apps..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..")
                .check(OURS);
    }

    @Test
    void onlyTheDatabaseModuleOpensConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.flywheel.database..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("com.zaxxer..", "org.flywaydb..")
                .check(OURS);
    }

    @Test
    void nobodySleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(OURS);
    }

    @Test
    void whoeverNeedsTheTimeAsksTheClock() {
        noClasses()
                .should()
                .callMethodWhere(describe("now() without the clock", WallsTest::readsTheWall))
                .check(OURS);
    }

    private static boolean readsTheWall(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return owner.getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
