package dev.plumbline.compliance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
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
            "cis-1.11",
            "cis-1.12",
            "cis-2.0.1",
            "cis-aks-1.8",
            "cis-eks-1.8.0",
            "cis-gke-1.9.0",
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
            Map.ofEntries(
                entry("cis-1.11", 133),
                entry("cis-1.12", 131),
                entry("cis-2.0.1", 131),
                entry("cis-eks-1.8.0", 50),
                entry("cis-gke-1.9.0", 57),
                entry("cis-aks-1.8", 51),
                entry("nist-800-53-r5", 66),
                entry("soc-2", 12),
                entry("iso-27001-2022", 25),
                entry("mitre-attack-containers", 34),
                entry("pci-dss-4.0.1", 280),
                entry("hipaa-security-rule", 72),
                entry("gdpr", 202),
                entry("pss-baseline", 12),
                entry("pss-restricted", 19)));
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
  void onlyWhereOneFigureWouldMisleadThereIsNoScore() {
    assertThat(frameworks.all())
        .filteredOn(framework -> !framework.scored())
        .extracting(Framework::id)
        .containsExactly("gdpr", "mitre-attack-containers");
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
  void editionsOfTheKubernetesBenchmarkShareTheirNumbers() {
    assertThat(numbers("cis-2.0.1")).isEqualTo(numbers("cis-1.12"));
    assertThat(numbers("cis-1.11"))
        .containsAll(numbers("cis-1.12"))
        .filteredOn(number -> !numbers("cis-1.12").contains(number))
        .containsExactly("4.2.15", "5.2.13");
    assertThat(numbers("cis-1.11"))
        .containsSubsequence("5.2.8", "5.2.9", "5.2.10", "5.2.13", "5.3.1");
  }

  @Test
  void anEditionsItemIsJudgedByTheChecksOfItsTwin() {
    assertThat(control("cis-1.11", "5.2.13").topic())
        .isEqualTo(control("cis-1.12", "5.2.12").topic());
    assertThat(control("cis-1.11", "5.2.13").benchmark())
        .containsExactly("cis-1.12/5.2.12", "cis-1.11/5.2.13");
    assertThat(ids(frameworks.concepts(control("cis-1.11", "5.2.9"))))
        .containsExactly("capabilities-added");
    assertThat(control("cis-1.11", "5.2.9").benchmark()).containsExactly("cis-1.11/5.2.9");
  }

  @Test
  void edition2AsksForCapabilitiesAtTheSecondLevelOnly() {
    assertThat(control("cis-1.12", "5.2.9").traits()).containsEntry("level", "1");
    assertThat(control("cis-2.0.1", "5.2.9").traits()).containsEntry("level", "2");
  }

  @Test
  void everyTacticOfATechniqueIsASection() {
    Framework attack = frameworks.find("mitre-attack-containers").orElseThrow();
    var tactics = attack.sections().stream().map(Framework.Section::id).toList();
    assertThat(attack.controls())
        .allSatisfy(technique ->
            assertThat(technique.traits().getOrDefault("tactics", "").split(", "))
                .isSubsetOf(tactics)
                .startsWith(technique.parent()));
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

  private List<String> numbers(String framework) {
    return frameworks.find(framework).orElseThrow().controls().stream().map(Control::id).toList();
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
