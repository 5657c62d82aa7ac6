package dev.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.Blind;
import dev.plumbline.finding.BlindSpots;
import dev.plumbline.finding.ClosedWhy;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.HandedIn;
import dev.plumbline.testing.PlumblineTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class UploadScanIntegrationTests {

  private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Findings findings;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  private Organisation organisation;
  private UUID cluster;

  @BeforeEach
  void registerACluster() {
    organisation =
        organisations.found(
            "Scanned",
            people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough one"));
    cluster = Tenant.call(organisation.id(), () -> clusters.registerOffline("yard").id());
  }

  @Test
  void whatFailsIsFoundFixedAndFoundAgain() {
    var first = scanned(MORNING, true);
    assertThat(first.state()).as(first.failure()).isEqualTo(Scan.State.DONE);
    assertThat(first.result()).isPresent();
    var opened = privileged();
    assertThat(opened).isPresent();

    var second = scanned(MORNING.plus(Duration.ofDays(1)), false);
    assertThat(second.change().fixed()).isEqualTo(1);
    assertThat(privileged()).isEmpty();

    var third = scanned(MORNING.plus(Duration.ofDays(2)), true);
    assertThat(third.change().reopened()).isEqualTo(1);
    var again = privileged().orElseThrow();
    assertThat(again.id()).isEqualTo(opened.orElseThrow().id());
    assertThat(again.reopened()).isTrue();
    List<Finding> periods = Tenant.call(organisation.id(), () -> findings.history(again.id()));
    assertThat(periods).hasSize(2);
    assertThat(periods.getFirst().closedWhy()).contains(ClosedWhy.FIXED);
  }

  @Test
  void anUnchangedClusterCostsNoFindingRow() {
    scanned(MORNING, true);
    long findingsBefore = rows("finding");
    long blindBefore = rows("blind_spot");
    var again = scanned(MORNING.plus(Duration.ofDays(1)), true);
    assertThat(again.state()).as(again.failure()).isEqualTo(Scan.State.DONE);
    assertThat(rows("finding")).isEqualTo(findingsBefore).isPositive();
    assertThat(rows("blind_spot")).isEqualTo(blindBefore).isPositive();
    assertThat(rows("blind_spot where valid_to is null")).as("still open").isEqualTo(blindBefore);
  }

  @Test
  void whatCouldNotBeJudgedIsListedForEveryInstant() {
    scanned(MORNING, "[\"not\", \"a\", \"flag\"]");
    scanned(MORNING.plus(Duration.ofDays(1)), true);
    assertThat(blindAt(MORNING.plus(Duration.ofHours(1))))
        .extracting(Blind::subject)
        .extracting(ObjectKey::name)
        .containsExactly("web");
    assertThat(blindAt(MORNING.plus(Duration.ofHours(25)))).isEmpty();
    assertThat(blindAt(MORNING.minus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void thePastCanBeReadAtAnyInstant() {
    scanned(MORNING, true);
    scanned(MORNING.plus(Duration.ofDays(1)), false);
    assertThat(openAt(MORNING.plus(Duration.ofHours(1)))).contains("pod-privileged");
    assertThat(openAt(MORNING.plus(Duration.ofHours(25)))).doesNotContain("pod-privileged");
    assertThat(openAt(MORNING.minus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void anOlderLookIsRefusedAndChangesNothing() {
    scanned(MORNING, true);
    var older = scanned(MORNING.minus(Duration.ofDays(1)), false);
    assertThat(older.state()).isEqualTo(Scan.State.FAILED);
    assertThat(older.failure()).contains("history is not rewritten");
    assertThat(privileged()).isPresent();
  }

  @Test
  void aStaleWorkerCannotStore() {
    var collected = look(MORNING, true);
    Tenant.run(
        organisation.id(),
        () -> {
          var scan = scans.upload(cluster, collected);
          HandedIn.ended(scans, scan.id());
          assertThatThrownBy(
                  () -> transaction.executeWithoutResult(status -> jobs.close(stale(scan.id()))))
              .isInstanceOf(Jobs.Stale.class);
        });
  }

  @Autowired Jobs jobs;

  private Job stale(UUID scan) {
    return new Job(organisation.id(), scan, UploadScans.KIND, cluster, 0);
  }

  private Optional<Finding> privileged() {
    return Tenant.call(
        organisation.id(),
        () ->
            findings.page(FindingFilter.ALL, null, 200).findings().stream()
                .filter(finding -> finding.check().equals("pod-privileged"))
                .findFirst());
  }

  private List<String> openAt(Instant at) {
    return Tenant.call(
        organisation.id(),
        () ->
            findings.page(FindingFilter.ALL.at(Optional.of(at)), null, 200).findings().stream()
                .map(Finding::check)
                .toList());
  }

  @Autowired BlindSpots blindSpots;

  private List<Blind> blindAt(Instant at) {
    return Tenant.call(
        organisation.id(), () -> blindSpots.of(cluster, "pod-privileged", at, null, 10));
  }

  private long rows(String table) {
    return Tenant.call(
        organisation.id(),
        () ->
            transaction.execute(status ->
                jdbc.queryForObject(
                    "select count(*) from (select tenant_id from %s) as t where tenant_id = '%s'"
                        .formatted(table, organisation.id()),
                    Long.class)));
  }

  private Scan scanned(Instant at, Object privileged) {
    var collected = look(at, privileged);
    return Tenant.call(
        organisation.id(), () -> HandedIn.ended(scans, scans.upload(cluster, collected).id()));
  }

  private static Collected look(Instant at, Object privileged) {
    String list =
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}},
          {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web", "namespace": "shop"},
           "spec": {"containers": [{"name": "web", "image": "registry.example/web:1",
                    "securityContext": {"privileged": %s}}]}}]}
        """
            .formatted(privileged);
    return Dumps.read(
        List.of(
            new Upload(
                "all.json", new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)))),
        at);
  }
}
