package dev.pupitre;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pupitre.engine.Engine;
import dev.pupitre.engine.TaskWorker;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {
    private static final Set<String> BACKTESTING = Set.of(
            "Backtests",
            "StoredBacktests",
            "Tally",
            "EarlierVersions",
            "KeptRows",
            "TableRun",
            "CompiledTable",
            "PlainEvaluation");
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.pupitre");

    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(PupitreApplication.class).verify();
    }

    @Test
    void onlyTheEngineKnowsCamunda() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pupitre.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.camunda..", "org.camunda..", "scala..")
                .check(MAIN);
    }

    @Test
    void backtestsAskNoEngine() {
        noClasses()
                .that(describe(
                        "test a table against what was recorded",
                        (JavaClass type) -> BACKTESTING.contains(type.getSimpleName())))
                .should()
                .dependOnClassesThat(describe(
                        "are the engine",
                        (JavaClass type) -> type.isAssignableTo(Engine.class)
                                || type.getPackageName().startsWith("io.camunda.client")))
                .check(MAIN);
    }

    @Test
    void onlyTheStoreKnowsTheEmbeddedServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pupitre.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.bwaldvogel..", "org.h2..")
                .check(MAIN);
    }

    @Test
    void workersAreNamedSoAndStayInTheirRoom() {
        classes()
                .that(describe(
                        "are task workers",
                        (JavaClass type) -> type.isAssignableTo(TaskWorker.class) && !type.isInterface()))
                .should()
                .haveSimpleNameEndingWith("Worker")
                .andShould()
                .bePackagePrivate()
                .check(MAIN);
    }

    @Test
    void dependenciesComeByConstructor() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(MAIN);
        constructors().should().notBeAnnotatedWith(Autowired.class).check(MAIN);
        methods().should().notBeAnnotatedWith(Autowired.class).check(MAIN);
    }
}
