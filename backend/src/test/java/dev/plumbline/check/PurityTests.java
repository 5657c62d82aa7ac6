package dev.plumbline.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The same snapshot gets the same verdicts: nothing here looks at anything else. */
@AnalyzeClasses(packages = "dev.plumbline", importOptions = DoNotIncludeTests.class)
class PurityTests {

  private static final String[] PURE = {
    "dev.plumbline.check..", "dev.plumbline.inventory.fact..", "dev.plumbline.inventory.shape.."
  };

  @ArchTest
  static final ArchRule noDatabaseOrNetwork =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.data..",
              "org.springframework.jdbc..",
              "org.springframework.transaction..",
              "org.springframework.web..",
              "jakarta.persistence..",
              "java.sql..",
              "javax.sql..",
              "java.net.http..",
              "okhttp3..",
              "io.fabric8.kubernetes.client..")
          .because("checks and facts see a snapshot and nothing else");

  @ArchTest
  static final ArchRule noClock =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class)
          .because(
              "time is Snapshot.takenAt(), so that a stored snapshot is judged alike tomorrow");
}
