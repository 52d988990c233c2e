/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house: who may know whom. */
class BoundariesTest {
    private static final Map<String, String> PACKAGE_OF_MODULE = Map.of(
            "warehouse-schema", "schema",
            "local-stack/engines", "engines",
            "ingestion", "ingestion",
            "streaming", "streaming",
            "batch-jobs", "batch",
            "serving-api", "serving",
            "local-stack", "stack");

    private static JavaClasses classes;

    @BeforeAll
    static void readAllModules() {
        classes = new ClassFileImporter()
                .importPaths(PACKAGE_OF_MODULE.keySet().stream()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
    }

    static Stream<String> packages() {
        return PACKAGE_OF_MODULE.values().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aModuleKnowsTheGroundFloorAndNoOther(String module) {
        List<String> allowed = module.equals("stack")
                ? List.of("io.sourcelens.stack..", "io.sourcelens.engines..")
                : module.equals("engines")
                        ? List.of("io.sourcelens.engines..")
                        : List.of("io.sourcelens." + module + "..", "io.sourcelens.schema..");

        assertThat(classes.that(resideInAPackage("io.sourcelens." + module + "..")))
                .as("classes of " + module + "; build all modules first")
                .isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage("io.sourcelens." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.sourcelens..")
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .check(classes);
    }

    @Test
    void theGroundFloorKnowsNoEngine() {
        DescribedPredicate<JavaClass> engines = resideInAnyPackage(
                "org.apache.spark..",
                "org.apache.flink..",
                "org.apache.kafka..",
                "org.springframework..",
                "com.clickhouse..",
                "org.postgresql..");

        noClasses()
                .that()
                .resideInAPackage("io.sourcelens.schema..")
                .should()
                .dependOnClassesThat(engines)
                .check(classes);
    }

    @Test
    void thePackagesOfAModuleFormNoCycle() {
        SlicesRuleDefinition.slices()
                .matching("io.sourcelens.(*).(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }
}
