package dev.plumbline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.FlawedCheck;
import dev.plumbline.check.Trial;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.finding.Cause;
import dev.plumbline.finding.ClosedWhy;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.shape.Shapes;
import dev.plumbline.rulebook.OwnCheck.State;
import dev.plumbline.scan.Looks;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.ScoreBridges;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.HandedIn;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.web.query.FleetEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class OwnChecksIntegrationTests {

  private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
  static final String ID = "own-owner-label";
  static final String SOURCE =
      """
      title: Pod names no owner
      severity: high
      objective: own
      why: Somebody has to answer.
      applies_to: [Pod]
      needs: [Pod]
      offenders: |
        [pod].filter(p, !("owner" in p.?metadata.?labels.orValue({})))
      message: |
        "names no owner"
      fix: {text: Name one.}
      """;

  private static final String HOUSE =
      """
      id: own-house
      name: House rules
      edition: "2026"
      type: benchmark
      sections:
        - {id: H, topic: Names}
      controls:
        - {id: H.1, parent: H, topic: Everything has an owner, kind: evidence, plus: [%s]}
      """
          .formatted(ID);

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Looks looks;
  @Autowired Findings findings;
  @Autowired ScoreBridges bridges;
  @Autowired OwnChecks checks;
  @Autowired Catalogue catalogue;
  @Autowired OwnFrameworks frameworks;
  @Autowired Frameworks all;
  @Autowired Standings standings;
  @Autowired FleetEvidence evidence;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  private UUID tenant = new UUID(0, 0);
  private UUID other = new UUID(0, 0);
  private UUID cluster = new UUID(0, 0);

  @BeforeEach
  void foundTwoOrganisations() {
    tenant = organisation();
    other = organisation();
    cluster = in(() -> clusters.registerOffline("yard").id());
  }

  private UUID organisation() {
    var person =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough one");
    return organisations.found("Ruled", person).id();
  }

  private <T> T in(Supplier<T> work) {
    return Tenant.call(tenant, work);
  }

  @Test
  void countsFromTheScanAfterItsActivationToTheScanAfterItsRetirement() {
    Scan first = scanned(tenant, cluster, 0);
    in(() -> checks.create(ID, SOURCE));
    assertThat(tried().result().tally().failed()).isEqualTo(1);
    Scan drafted = scanned(tenant, cluster, 1);
    assertThat(drafted.rulePack()).isEqualTo(first.rulePack());
    assertThat(open(tenant)).isEmpty();

    assertThat(in(() -> checks.activate(ID)).state()).isEqualTo(State.ACTIVE);
    assertThat(open(tenant)).as("before the next scan").isEmpty();
    Scan active = scanned(tenant, cluster, 2);
    assertThat(active.rulePack()).isNotEqualTo(first.rulePack());
    assertThat(open(tenant)).extracting(one -> one.subject().name()).containsExactly("web");
    assertThat(shares(drafted, active)).contains(ID);

    in(() -> checks.retire(ID));
    UUID finding = open(tenant).getFirst().id();
    Scan retired = scanned(tenant, cluster, 3);
    assertThat(retired.rulePack()).isEqualTo(first.rulePack());
    assertThat(open(tenant)).isEmpty();
    assertThat(shares(active, retired)).contains(ID);
    assertThat(in(() -> findings.history(finding)).getFirst().closedWhy())
        .contains(ClosedWhy.RETIRED);
    assertThat(in(() -> catalogue.find(ID))).map(Check::title).contains("Pod names no owner");
    assertThat(in(() -> catalogue.all())).extracting(Check::id).doesNotContain(ID);
  }

  @Test
  void itsVerdictStandsInAFrameworkOfTheOrganisationUntilItIsRetired() {
    scanned(tenant, cluster, 0);
    activated(SOURCE);
    in(() -> frameworks.create(HOUSE));
    in(() -> frameworks.publish("own-house"));
    assertThat(control(scanned(tenant, cluster, 1))).isEqualTo(ControlStatus.FAIL);
    in(() -> checks.retire(ID));
    assertThat(control(scanned(tenant, cluster, 2))).isEqualTo(ControlStatus.UNKNOWN);
  }

  private ControlStatus control(Scan scan) {
    Instant at = scan.takenAt().orElseThrow();
    return in(() ->
            standings.standing(all.find("own-house").orElseThrow(), evidence.of(List.of(scan)), at))
        .control("H.1")
        .orElseThrow()
        .status();
  }

  @Test
  void anotherOrganisationNeverSeesNorRunsIt() {
    UUID theirs = Tenant.call(other, () -> clusters.registerOffline("theirs").id());
    scanned(tenant, cluster, 0);
    activated(SOURCE);
    assertThat(in(() -> catalogue.find(ID))).isPresent();
    Tenant.run(
        other,
        () -> {
          assertThat(catalogue.find(ID)).isEmpty();
          assertThat(catalogue.all()).noneMatch(Check::own);
          assertThat(checks.all()).isEmpty();
          assertThatThrownBy(() -> checks.get(ID)).isInstanceOf(NotHere.class);
          assertThatThrownBy(() -> checks.retire(ID)).isInstanceOf(NotHere.class);
        });
    scanned(tenant, cluster, 1);
    Scan scan = scanned(other, theirs, 1);
    assertThat(open(tenant)).hasSize(1);
    assertThat(open(other)).isEmpty();
    assertThat(scan.rulePack()).isNotEqualTo(in(() -> catalogue.version()));
    Tenant.run(other, () -> checks.create(ID, SOURCE.replace("Pod names", "Theirs names")));
    assertThat(in(() -> checks.get(ID).source())).isEqualTo(SOURCE);
  }

  @Test
  void anEditedTextCountsOnlyWhenItWasTriedAndActivatedAgain() {
    scanned(tenant, cluster, 0);
    activated(SOURCE);
    String edited = SOURCE.replace("\"owner\" in", "\"team\" in").replace("high", "low");
    in(() -> checks.change(ID, edited, Optional.empty()));
    assertThat(in(() -> checks.get(ID)).behind()).isTrue();
    assertThat(in(() -> catalogue.find(ID)).orElseThrow().offenders()).contains("owner");
    assertThatThrownBy(() -> in(() -> checks.activate(ID)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.why()).startsWith("Try it first"));
    tried();
    in(() -> checks.activate(ID));
    assertThat(in(() -> catalogue.find(ID)).orElseThrow().offenders()).contains("team");
    assertThat(in(() -> checks.get(ID)).behind()).isFalse();
  }

  @Test
  void aTrialWhoseExpressionFailsActivatesNothing() {
    scanned(tenant, cluster, 0);
    in(() ->
        checks.create(
            ID, SOURCE.replace("[pod].filter(p, !(", "[pod].filter(p, 1 / 0 == 1 && !(")));
    assertThat(tried().failed()).isTrue();
    assertThat(in(() -> checks.get(ID)).proven()).isFalse();
    assertThatThrownBy(() -> in(() -> checks.activate(ID))).isInstanceOf(Refused.class);
  }

  @Test
  void aTrialWritesNoFinding() {
    scanned(tenant, cluster, 0);
    in(() -> checks.create(ID, SOURCE));
    long before = in(() -> findings.count(FindingFilter.ALL));
    tried();
    assertThat(in(() -> findings.count(FindingFilter.ALL))).isEqualTo(before);
    assertThat(in(() -> checks.get(ID)).trial())
        .hasValueSatisfying(trial -> {
          assertThat(trial.well()).isTrue();
          assertThat(trial.words()).isEqualTo("1 failed, 1 passed, 0 unknown.");
          assertThat(trial.cluster()).isEqualTo("yard");
          assertThat(trial.cost()).isNotNull();
          assertThat(trial.cost().most()).isPositive().isLessThan(trial.cost().steps());
        });
  }

  @Test
  void seesWhatAnotherProcessSwitchedOnOrOff() {
    scanned(tenant, cluster, 0);
    activated(SOURCE);
    assertThat(in(() -> catalogue.all())).anyMatch(Check::own);
    in(() ->
        transaction.execute(status ->
            jdbc.update(
                "update own_check set state = 'RETIRED' where tenant_id = '%s'"
                    .formatted(tenant))));
    assertThat(in(() -> catalogue.all())).noneMatch(Check::own);
    in(() ->
        transaction.execute(status ->
            jdbc.update(
                "update own_check set state = 'ACTIVE' where tenant_id = '%s'".formatted(tenant))));
    assertThat(in(() -> catalogue.all())).anyMatch(Check::own);
    assertThat(in(() -> catalogue.now())).isSameAs(in(() -> catalogue.now()));
  }

  @Test
  void whatThisVersionCannotReadIsUnknownAndStopsNoScan() {
    scanned(tenant, cluster, 0);
    activated(SOURCE);
    in(() ->
        transaction.execute(status ->
            jdbc.update(
                "update own_check set counted = 'title: [', counted_digest = repeat('0', 64)"
                    + " where tenant_id = '%s'".formatted(tenant))));
    Scan scan = scanned(tenant, cluster, 1);
    assertThat(scan.state()).as(scan.failure()).isEqualTo(Scan.State.DONE);
    assertThat(in(() -> catalogue.find(ID)).orElseThrow().notCollected())
        .contains("cannot be read by this version");
  }

  @Test
  void namesAreItsOwnAndTakenOnce() {
    for (String wrong :
        List.of(
            "",
            "pod-privileged",
            "own-",
            "own-A",
            "own-a--b",
            "own-a/b",
            "own-" + "a".repeat(61))) {
      assertThatThrownBy(() -> in(() -> checks.create(wrong, SOURCE)))
          .as(wrong)
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.field()).isEqualTo("id"));
    }
    in(() -> checks.create(ID, SOURCE));
    assertThatThrownBy(() -> in(() -> checks.create(ID, SOURCE))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> in(() -> checks.create("own-flawed", "null")))
        .isInstanceOf(FlawedCheck.class);
    assertThat(in(() -> checks.all())).hasSize(1);
  }

  @Test
  void nobodyWritesOverWhatSomebodyElseWrote() {
    String read = in(() -> checks.create(ID, SOURCE)).digest();
    in(() -> checks.change(ID, SOURCE.replace("high", "low"), Optional.of(read)));
    assertThatThrownBy(
            () -> in(() -> checks.change(ID, SOURCE.replace("high", "info"), Optional.of(read))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aDraftCanBeDeletedAndWhatCountedCannot() {
    scanned(tenant, cluster, 0);
    in(() -> checks.create("own-draft", SOURCE));
    Tenant.run(tenant, () -> checks.delete("own-draft"));
    activated(SOURCE);
    in(() -> checks.retire(ID));
    assertThatThrownBy(() -> Tenant.run(tenant, () -> checks.delete(ID)))
        .isInstanceOf(Refused.class);
    assertThat(in(() -> audit.before(Long.MAX_VALUE, 20)))
        .extracting(Audit.Entry::action)
        .contains("check.created", "check.activated", "check.retired", "check.deleted");
  }

  private void activated(String source) {
    in(() -> checks.create(ID, source));
    tried();
    in(() -> checks.activate(ID));
  }

  private Trial tried() {
    return in(() -> checks.tryOut(checks.get(ID), "yard", () -> looks.snapshot(cluster)));
  }

  private List<Finding> open(UUID whose) {
    return Tenant.call(
        whose, () -> findings.page(FindingFilter.ALL.ofChecks(Set.of(ID)), null, 200).findings());
  }

  private List<String> shares(Scan from, Scan to) {
    return in(() -> bridges.ofCluster(from, to)).orElseThrow().steps().stream()
        .filter(step -> step.cause() == Cause.RULES)
        .flatMap(step -> step.checks().stream())
        .map(share -> share.check())
        .toList();
  }

  private Scan scanned(UUID whose, UUID where, int day) {
    var collected = new Collected(look(day), List.of());
    Scan scan =
        Tenant.call(whose, () -> HandedIn.ended(scans, scans.upload(where, collected).id()));
    assertThat(scan.state()).as(scan.failure()).isEqualTo(Scan.State.DONE);
    return scan;
  }

  /** Every kind was read to the end. */
  private static Snapshot look(int day) {
    String manifests =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: shop, labels: {owner: a, team: b}}
        spec: {containers: [{name: db, image: "registry.example/db:1"}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec: {containers: [{name: web, image: "registry.example/web:1"}]}
        """;
    var readings = new HashMap<Kind, Coverage.Reading>();
    Shapes.kinds()
        .forEach(kind -> readings.put(kind, new Coverage.Reading(Coverage.State.COMPLETE, 0, "")));
    return new Snapshot(
        MORNING.plus(Duration.ofDays(day)),
        ServerVersion.of("v1.35.4"),
        new Coverage(readings),
        Manifests.objects(manifests));
  }
}
