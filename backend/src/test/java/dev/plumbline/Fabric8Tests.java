package dev.plumbline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "dev.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class Fabric8Tests {

  private static final Set<String> WRITING = Set.of("put", "patch", "delete", "method", "post");

  @ArchTest
  static final ArchRule onlyTheGuardTalksToApiServers =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.plumbline.cluster.api")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.fabric8.kubernetes.client..", "okhttp3..")
          .because("they should ask through cluster.api.ApiServer, which guards every request");

  @ArchTest
  static final ArchRule nothingIsWritten =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.fabric8.kubernetes.client.dsl..")
          .because("customers' clusters are only read");

  @ArchTest
  static final ArchRule theOnlyPostIsTheReviewOfOurRights =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.plumbline.cluster.api.ApiServer")
          .should()
          .callMethodWhere(writes());

  private static DescribedPredicate<JavaMethodCall> writes() {
    return DescribedPredicate.describe(
        "the request is not a GET",
        call ->
            call.getTargetOwner().getPackageName().startsWith("io.fabric8.kubernetes.client.http")
                && WRITING.contains(call.getName()));
  }
}
