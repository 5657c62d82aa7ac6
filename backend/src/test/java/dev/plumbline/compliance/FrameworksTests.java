package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FrameworksTests {

  private final Frameworks frameworks = Frameworks.shipped();

  @Test
  void everyFileOfTheFolderIsAFramework() {
    assertThat(frameworks.all())
        .extracting(Framework::id)
        .contains(
            "cis-1.12",
            "gdpr",
            "hipaa-security-rule",
            "pci-dss-4.0.1",
            "pss-baseline",
            "pss-restricted");
  }

  @Test
  void treesAreWhole() {
    assertThat(
            frameworks.all().stream()
                .collect(Collectors.toMap(Framework::id, each -> each.controls().size())))
        .containsAllEntriesOf(
            Map.of(
                "cis-1.12", 131,
                "pci-dss-4.0.1", 280,
                "hipaa-security-rule", 72,
                "gdpr", 202,
                "pss-baseline", 12,
                "pss-restricted", 19));
  }

  @Test
  void everyConceptServesAnObjectiveAndEveryObjectiveHasAConcept() {
    assertThat(frameworks.concepts()).hasSize(305);
    assertThat(frameworks.objectives()).hasSize(68);
    assertThat(frameworks.concepts().stream().map(Concept::objective).collect(Collectors.toSet()))
        .isEqualTo(frameworks.objectives().stream().map(Objective::id).collect(Collectors.toSet()));
  }

  @Test
  void regulationsNeedAsManyPairsAsTheirMappingSays() {
    assertThat(pairs("pci-dss-4.0.1")).isEqualTo(911);
    assertThat(pairs("hipaa-security-rule")).isEqualTo(724);
    assertThat(pairs("gdpr")).isEqualTo(723);
  }

  @Test
  void onlyGdprHasNoScore() {
    assertThat(frameworks.all())
        .filteredOn(framework -> !framework.scored())
        .extracting(Framework::id)
        .containsExactly("gdpr");
  }

  @Test
  void whatNobodySeesOnManagedClustersHasAnotherKindThere() {
    assertThat(frameworks.all())
        .filteredOn(framework -> framework.type() == Framework.Type.REGULATION)
        .flatExtracting(Framework::controls)
        .filteredOn(control -> control.kind().machineCheckable())
        .allSatisfy(control ->
            assertThat(control.kindManaged() != null).isEqualTo(blindOnManaged(control)));
  }

  @Test
  void providersDutiesAreAPersonsOnOwnPremises() {
    Control premises = control("pci-dss-4.0.1", "9.2.1");
    assertThat(premises.kindOn(Hosting.MANAGED)).isEqualTo(ControlKind.PROVIDER);
    assertThat(premises.kindOn(Hosting.SELF_MANAGED)).isEqualTo(ControlKind.MANUAL);
    assertThat(premises.kindOn(Hosting.UNDETECTED)).isEqualTo(ControlKind.MANUAL);
  }

  @Test
  void plusAndMinusAreTakenIntoAccount() {
    assertThat(ids(frameworks.concepts(control("pci-dss-4.0.1", "2.2.7"))))
        .contains("insecure-port");
    assertThat(ids(frameworks.concepts(control("pci-dss-4.0.1", "7.2.2"))))
        .contains("rbac-wildcards")
        .doesNotContain("ssh-in-container");
  }

  private boolean blindOnManaged(Control control) {
    return frameworks.concepts(control).stream()
        .noneMatch(concept -> concept.seenBy().readableOn(Hosting.MANAGED));
  }

  private int pairs(String framework) {
    return frameworks.find(framework).orElseThrow().controls().stream()
        .mapToInt(control -> frameworks.concepts(control).size())
        .sum();
  }

  private Control control(String framework, String id) {
    return frameworks.find(framework).flatMap(found -> found.control(id)).orElseThrow();
  }

  private static Collection<String> ids(Collection<Concept> concepts) {
    return concepts.stream().map(Concept::id).toList();
  }
}
