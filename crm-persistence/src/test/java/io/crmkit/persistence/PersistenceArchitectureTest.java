package io.crmkit.persistence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The floors of the store: who may see whom. */
class PersistenceArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.crmkit.persistence");

  @Test
  void each_package_sees_those_below_it_alone() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("store")
        .definedBy("io.crmkit.persistence")
        .layer("write")
        .definedBy("io.crmkit.persistence.write..")
        .layer("query")
        .definedBy("io.crmkit.persistence.query..")
        .layer("schema")
        .definedBy("io.crmkit.persistence.schema..")
        .layer("dialect")
        .definedBy("io.crmkit.persistence.dialect..")
        .layer("table")
        .definedBy("io.crmkit.persistence.table..")
        .whereLayer("store")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("schema")
        .mayOnlyBeAccessedByLayers("store")
        .whereLayer("write")
        .mayOnlyBeAccessedByLayers("store")
        .whereLayer("query")
        .mayOnlyBeAccessedByLayers("store", "write")
        .whereLayer("dialect")
        .mayOnlyBeAccessedByLayers("store", "write", "query", "schema")
        .check(CLASSES);
  }

  @Test
  void packages_do_not_go_in_circles() {
    slices().matching("io.crmkit.persistence.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void only_the_queries_are_made_with_jooq_and_only_the_pool_knows_hikari() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.crmkit.persistence.query..", "io.crmkit.persistence.dialect..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jooq..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.crmkit.persistence")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.zaxxer.hikari..")
        .check(CLASSES);
  }

  @Test
  void only_copying_and_packing_need_the_driver_of_a_database() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.crmkit.persistence.write.Copying")
        .and()
        .doNotHaveFullyQualifiedName("io.crmkit.persistence.query.PackedIds")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.postgresql..", "org.mariadb..", "org.h2..")
        .check(CLASSES);
  }

  @Test
  void nobody_reads_a_clock_that_was_not_given_or_starts_a_thread() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(Thread.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .check(CLASSES);
  }
}
