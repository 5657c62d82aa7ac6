package dev.plumbline.compliance;

import static dev.plumbline.compliance.World.CLUSTER;
import static dev.plumbline.compliance.World.check;
import static dev.plumbline.compliance.World.cluster;
import static dev.plumbline.compliance.World.empty;
import static dev.plumbline.compliance.World.failing;
import static dev.plumbline.compliance.World.framework;
import static dev.plumbline.compliance.World.passing;
import static dev.plumbline.compliance.World.standing;
import static dev.plumbline.compliance.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.ChangingCatalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ControlEvaluatorTests {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Check INFORMING = World.informing("informing", "closed-doors");
  private static final Check WEIGHING = World.serving("door-open", "closed-doors");
  private static final List<Check> CAPABILITIES =
      List.of(check("added", "cis-1.12/5.2.9"), check("kept", "cis-1.12/5.2.9"));

  @Test
  void aControlPassesWhenEveryCheckOfItPasses() {
    var control = cis(CAPABILITIES, cluster("kubeadm", passing("added"), passing("kept")), "5.2.9");
    assertThat(control.status()).isEqualTo(ControlStatus.PASS);
    assertThat(control.passed()).isEqualTo(2);
  }

  @Test
  void oneFailingCheckFailsItsControlEvenBesideAnUnknownOne() {
    var control = cis(CAPABILITIES, cluster("kubeadm", failing("added"), unknown("kept")), "5.2.9");
    assertThat(control.status()).isEqualTo(ControlStatus.FAIL);
    assertThat(control.failed()).isEqualTo(1);
    assertThat(control.notJudged()).isEqualTo(1);
  }

  @Test
  void failuresInAHalfReadPopulationStillFail() {
    var half = standing("added", CheckResult.State.UNKNOWN, new Tally(0, 1, 0, 4));
    var control = cis(CAPABILITIES, cluster("kubeadm", half, passing("kept")), "5.2.9");
    assertThat(control.status()).isEqualTo(ControlStatus.FAIL);
  }

  @Test
  void halfTheEvidenceIsNeverAPass() {
    var control = cis(CAPABILITIES, cluster("kubeadm", passing("added"), unknown("kept")), "5.2.9");
    assertThat(control.status()).isEqualTo(ControlStatus.UNKNOWN);
    assertThat(control.partlyJudged()).isTrue();
  }

  @Test
  void aCheckWithoutAnyResultIsNotJudged() {
    var control = cis(CAPABILITIES, cluster("kubeadm", passing("added")), "5.2.9");
    assertThat(control.status()).isEqualTo(ControlStatus.UNKNOWN);
    assertThat(control.evidence())
        .filteredOn(evidence -> evidence.id().equals("kept"))
        .extracting(Evidence::detail)
        .containsExactly("the scan has no result of it");
  }

  @Test
  void anObjectThatCouldNotBeJudgedKeepsItsControlFromPassing() {
    var one = standing("added", CheckResult.State.ASSESSED, new Tally(4, 0, 0, 1));
    var control = cis(CAPABILITIES, cluster("kubeadm", one, passing("kept")), "5.2.9");
    assertThat(control.status()).isEqualTo(ControlStatus.UNKNOWN);
  }

  @Test
  void anEmptyPopulationIsNotApplicableRatherThanAPass() {
    var control = cis(CAPABILITIES, cluster("kubeadm", empty("added"), empty("kept")), "5.2.9");
    assertThat(control.status()).isEqualTo(ControlStatus.NOT_APPLICABLE);
  }

  @Test
  void anEmptyPopulationBesideAPassIsAPass() {
    var control = cis(CAPABILITIES, cluster("kubeadm", empty("added"), passing("kept")), "5.2.9");
    assertThat(control.status()).isEqualTo(ControlStatus.PASS);
  }

  @Test
  void anItemNoCheckNamesIsUnknown() {
    var control = cis(List.of(), cluster("kubeadm"), "5.2.2");
    assertThat(control.status()).isEqualTo(ControlStatus.UNKNOWN);
  }

  @Test
  void filesOfNodesAreUnknownUntilTheNodeOrAPersonSpeaks() {
    assertThat(cis(List.of(), cluster("kubeadm"), "4.1.1").status())
        .isEqualTo(ControlStatus.UNKNOWN);
    var checks = List.of(check("node-file", "cis-1.12/4.1.1"));
    assertThat(cis(checks, cluster("kubeadm", passing("node-file")), "4.1.1").status())
        .isEqualTo(ControlStatus.PASS);
  }

  @Test
  void aManualItemIsNeverAnsweredByItsAid() {
    var checks = List.of(check("signatures", "cis-1.12/5.5.1"));
    var control = cis(checks, cluster("kubeadm", passing("signatures")), "5.5.1");
    assertThat(control.status()).isEqualTo(ControlStatus.OPEN);
    assertThat(control.passed()).isEqualTo(1);
  }

  @Test
  void controlPlanesOfProvidersAreTheirDuty() {
    var checks = List.of(check("flag-profiling", "cis-1.12/1.2.15"));
    assertThat(cis(checks, cluster("eks"), "1.2.15").status()).isEqualTo(ControlStatus.PROVIDER);
    assertThat(cis(checks, cluster(""), "1.2.15").status()).isEqualTo(ControlStatus.UNKNOWN);
  }

  @Test
  void aRegulationsControlIsJudgedByTheConceptsOfItsObjectives() {
    var checks = concepts("network-segmentation");
    var all = checks.stream().map(check -> passing(check.id())).toList();
    var control = pci(checks, cluster("kubeadm", all), "1.2.1");
    assertThat(control.status()).isEqualTo(ControlStatus.PASS);
    assertThat(control.ask()).isEqualTo(ControlStatus.OPEN);
  }

  @Test
  void aConceptWithoutACheckKeepsItsControlFromPassing() {
    var checks = concepts("network-segmentation");
    var all = checks.stream().skip(1).map(check -> passing(check.id())).toList();
    var control = pci(checks.subList(1, checks.size()), cluster("kubeadm", all), "1.2.1");
    assertThat(control.status()).isEqualTo(ControlStatus.UNKNOWN);
    assertThat(control.partlyJudged()).isTrue();
    assertThat(control.evidence())
        .filteredOn(evidence -> !evidence.built())
        .extracting(Evidence::detail)
        .containsExactly("no check judges it yet");
  }

  @Test
  void aCheckAnswersForTheConceptsAmongItsAliases() {
    var concepts = concepts("network-segmentation");
    var names = concepts.stream().map(Check::id).toList();
    var one = check("one-for-all", List.of(), names);
    var control = pci(List.of(one), cluster("kubeadm", passing("one-for-all")), "1.2.1");
    assertThat(control.status()).isEqualTo(ControlStatus.PASS);
    assertThat(control.evidence()).hasSize(1);
  }

  @Test
  void aCheckOfNoListedConceptCountsWhereItsObjectiveIsWanted() {
    var newcomer = World.serving("written-later", "network-segmentation");
    var control = pci(List.of(newcomer), cluster("kubeadm", failing("written-later")), "1.2.1");
    assertThat(control.status()).isEqualTo(ControlStatus.FAIL);
    assertThat(pci(List.of(newcomer), cluster("kubeadm"), "7.2.2").evidence())
        .extracting(Evidence::id)
        .doesNotContain("written-later");
  }

  @Test
  void informationAloneFailsNoControlOfARegulationBesideWhatWeighs() {
    var checks = List.of(INFORMING, WEIGHING);
    var noted = pci(checks, cluster("kubeadm", passing("door-open"), failing("informing")));
    assertThat(noted.status()).isEqualTo(ControlStatus.PASS);
    assertThat(noted.noted()).isEqualTo(1);
    assertThat(noted.failed()).isZero();
    assertThat(noted.evidence())
        .extracting(Evidence::id, Evidence::state)
        .contains(tuple("informing", Evidence.State.NOTED));
    var both = pci(checks, cluster("kubeadm", failing("door-open"), failing("informing")));
    assertThat(both.status()).isEqualTo(ControlStatus.FAIL);
    assertThat(both.failed()).isEqualTo(1);
  }

  @Test
  void informationFailsAControlWhereNothingElseWasJudged() {
    var unread =
        pci(
            List.of(INFORMING, WEIGHING),
            cluster("kubeadm", unknown("door-open"), failing("informing")));
    assertThat(unread.status()).isEqualTo(ControlStatus.FAIL);
    assertThat(unread.noted()).isZero();
    assertThat(pci(List.of(INFORMING), cluster("kubeadm", failing("informing"))).status())
        .isEqualTo(ControlStatus.FAIL);
  }

  @Test
  void informationThatIsMissingStillKeepsAControlFromPassing() {
    var missing =
        pci(
            List.of(INFORMING, WEIGHING),
            cluster("kubeadm", passing("door-open"), unknown("informing")));
    assertThat(missing.status()).isEqualTo(ControlStatus.UNKNOWN);
  }

  @Test
  void aBenchmarksItemFailsByAnyCheckThatNamesIt() {
    Check named = World.informing("named", "any", "cis-1.12/5.2.9");
    var control =
        cis(
            List.of(named, check("added", "cis-1.12/5.2.9")),
            cluster("kubeadm", failing("named"), passing("added")),
            "5.2.9");
    assertThat(control.status()).isEqualTo(ControlStatus.FAIL);
    assertThat(control.noted()).isZero();
  }

  /** A control whose objectives are only answered by these checks. */
  private static ControlStanding pci(List<Check> checks, ClusterEvidence cluster) {
    return new ControlEvaluator(Small.FRAMEWORKS, checks)
        .standing(Small.law(), cluster, AttestationBook.EMPTY)
        .control("1.1")
        .orElseThrow();
  }

  @Test
  void whatNoKubeconfigShowsIsNamedWithItsReason() {
    var control = pci(List.of(), cluster("kubeadm"), "10.6.1");
    assertThat(control.status()).isEqualTo(ControlStatus.UNKNOWN);
    assertThat(control.evidence())
        .extracting(Evidence::detail)
        .contains("stands in files of the node: needs a result from the node");
  }

  @Test
  void aControlBlindOnManagedClustersHasTheOtherKindThere() {
    assertThat(pci(List.of(), cluster("eks"), "2.2.7").status()).isEqualTo(ControlStatus.PROVIDER);
    assertThat(pci(List.of(), cluster("eks"), "3.5.1").status()).isEqualTo(ControlStatus.OPEN);
    assertThat(pci(List.of(), cluster("kubeadm"), "3.5.1").status())
        .isEqualTo(ControlStatus.UNKNOWN);
  }

  @Test
  void manualControlsAreOpenUntilAttestedAndExpire() {
    assertThat(attested("1.1.1", null)).isEqualTo(ControlStatus.OPEN);
    assertThat(attested("1.1.1", NOW.plusSeconds(1))).isEqualTo(ControlStatus.ATTESTED);
    assertThat(attested("1.1.1", NOW)).isEqualTo(ControlStatus.EXPIRED);
  }

  @Test
  void anAttestationNeverTurnsMachineEvidence() {
    assertThat(attested("1.2.1", NOW.plusSeconds(1))).isEqualTo(ControlStatus.UNKNOWN);
  }

  @Test
  void anAttestationOfAnotherClusterSaysNothing() {
    var book = new AttestationBook(NOW, List.of(attestation("1.1.1", new UUID(0, 9), NOW)));
    assertThat(book.of("pci-dss-4.0.1", "1.1.1", CLUSTER)).isEmpty();
    assertThat(book.of("pci-dss-4.0.1", "1.1.1", new UUID(0, 9))).isPresent();
  }

  @Test
  void overSeveralClustersTheGravestStandingCounts() {
    var evaluator = new ControlEvaluator(World.FRAMEWORKS, CAPABILITIES);
    var fleet =
        evaluator.standing(
            framework("cis-1.12"),
            List.of(
                cluster("kubeadm", passing("added"), passing("kept")),
                cluster("kubeadm", passing("added"), unknown("kept"))),
            AttestationBook.EMPTY);
    assertThat(fleet.control("5.2.9").orElseThrow().status()).isEqualTo(ControlStatus.UNKNOWN);
    assertThat(fleet.counts().total()).isEqualTo(131);
  }

  @Test
  void clustersWeighEquallyAndOneThatWasNotJudgedCountsNothing() {
    var fleet =
        new ControlEvaluator(World.FRAMEWORKS, CAPABILITIES)
            .standing(
                framework("cis-1.12"),
                List.of(
                    cluster("kubeadm", passing("added"), passing("kept")),
                    cluster("kubeadm", passing("added"), unknown("kept")),
                    cluster("kubeadm")),
                AttestationBook.EMPTY);
    assertThat(fleet.score()).contains(World.fraction(50, 1));
    assertThat(fleet.clusters().getLast().value()).isEmpty();
  }

  @Test
  void countsOfChaptersAddUpToThoseOfTheFramework() {
    var standing =
        new ControlEvaluator(World.FRAMEWORKS, CAPABILITIES)
            .standing(framework("pci-dss-4.0.1"), cluster("kubeadm"), AttestationBook.EMPTY);
    int chapters =
        standing.framework().sections().stream()
            .filter(section -> section.parent().isEmpty())
            .mapToInt(section -> standing.sections().get(section.id()).total())
            .sum();
    assertThat(chapters).isEqualTo(standing.counts().total()).isEqualTo(280);
  }

  @Test
  void aRegulationThatOneFigureWouldMisrepresentHasNoScore() {
    var standing =
        new ControlEvaluator(World.FRAMEWORKS, List.of())
            .standing(framework("gdpr"), cluster("kubeadm"), AttestationBook.EMPTY);
    assertThat(standing.score()).isNull();
  }

  @Test
  void askForTheChecksThatTheCatalogueHoldsAtThatMoment() {
    var own = World.serving("own-check", "network-segmentation");
    var catalogue = new ChangingCatalogue(Catalogue.of(List.of(), "1"));
    var evaluator = new ControlEvaluator(World.FRAMEWORKS, catalogue::all);
    Framework pci = framework("pci-dss-4.0.1");
    assertThat(asked(evaluator, pci)).isEmpty();
    catalogue.become(Catalogue.of(List.of(own), "2"));
    assertThat(asked(evaluator, pci)).containsExactly("own-check");
    catalogue.become(Catalogue.of(List.of(), "1"));
    assertThat(asked(evaluator, pci)).isEmpty();
  }

  private static Set<String> asked(ControlEvaluator evaluator, Framework framework) {
    return framework.controls().stream()
        .flatMap(control -> evaluator.checks(framework, control).stream())
        .collect(Collectors.toSet());
  }

  @Test
  void manualControlsAreNotInTheScore() {
    var checks =
        List.of(check("signatures", "cis-1.12/5.5.1"), check("privileged", "cis-1.12/5.2.2"));
    var standing =
        new ControlEvaluator(World.FRAMEWORKS, checks)
            .standing(
                framework("cis-1.12"),
                cluster("kubeadm", failing("signatures"), passing("privileged")),
                AttestationBook.EMPTY);
    assertThat(standing.score()).isNotNull();
    assertThat(standing.score().lines())
        .extracting(line -> line.check())
        .containsExactly("privileged");
  }

  private static ControlStatus attested(String control, @Nullable Instant expiresAt) {
    List<Attestation> entries =
        expiresAt == null ? List.of() : List.of(attestation(control, null, expiresAt));
    return new ControlEvaluator(World.FRAMEWORKS, List.of())
        .standing(framework("pci-dss-4.0.1"), cluster("kubeadm"), new AttestationBook(NOW, entries))
        .control(control)
        .orElseThrow()
        .status();
  }

  private static Attestation attestation(
      String control, @Nullable UUID cluster, Instant expiresAt) {
    return new Attestation(
        new UUID(0, 2),
        "pci-dss-4.0.1",
        control,
        cluster,
        "We keep them",
        "wiki/policies",
        "R. Vance",
        NOW.minusSeconds(60),
        expiresAt,
        null);
  }

  private static List<Check> concepts(String objective) {
    return World.FRAMEWORKS.concepts().stream()
        .filter(concept -> concept.objective().equals(objective))
        .map(concept -> check(concept.id()))
        .toList();
  }

  private static ControlStanding cis(List<Check> checks, ClusterEvidence cluster, String id) {
    return control("cis-1.12", checks, cluster, id);
  }

  private static ControlStanding pci(List<Check> checks, ClusterEvidence cluster, String id) {
    return control("pci-dss-4.0.1", checks, cluster, id);
  }

  private static ControlStanding control(
      String framework, List<Check> checks, ClusterEvidence cluster, String id) {
    return new ControlEvaluator(World.FRAMEWORKS, checks)
        .standing(framework(framework), cluster, AttestationBook.EMPTY)
        .control(id)
        .orElseThrow();
  }
}
