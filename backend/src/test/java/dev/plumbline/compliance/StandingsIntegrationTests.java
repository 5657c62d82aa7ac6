package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.check.Tally;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class StandingsIntegrationTests {

  private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T08:00:00Z");

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Standings standings;
  @Autowired Frameworks frameworks;
  @Autowired Catalogue catalogue;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  private static final String VERSION = "v1.33.4";

  private Organisation organisation;

  @BeforeEach
  void found() {
    organisation = founded();
  }

  @Test
  void everyFrameworkThatCountsIsKeptForEveryScan() {
    Tenant.run(
        organisation.id(),
        () -> {
          UUID cluster = cluster();
          standings.record(Ids.next(), cluster, VERSION, assessment(0), MONDAY);
          assertThat(standings.latest(TUESDAY))
              .extracting(FrameworkScore::framework)
              .containsExactlyInAnyOrderElementsOf(
                  frameworks.all().stream()
                      .map(Framework::id)
                      .filter(id -> !id.startsWith("cis-") || id.equals("cis-1.12"))
                      .toList());
          assertThat(standings.latest(TUESDAY))
              .allSatisfy(kept -> {
                var framework = frameworks.find(kept.framework()).orElseThrow();
                assertThat(kept.counts().total()).isEqualTo(framework.controls().size());
              });
        });
  }

  @Test
  void aFrameworkThatOneFigureWouldMisrepresentIsKeptWithoutScore() {
    Tenant.run(
        organisation.id(),
        () -> {
          standings.record(Ids.next(), cluster(), VERSION, assessment(0), MONDAY);
          assertThat(standings.latest(MONDAY))
              .filteredOn(kept -> kept.score().isPresent())
              .extracting(FrameworkScore::framework)
              .contains("cis-1.12", "pci-dss-4.0.1", "hipaa-security-rule")
              .doesNotContain("gdpr");
        });
  }

  @Test
  void aScanIsReadAtItsInstantAndAfter() {
    Tenant.run(
        organisation.id(),
        () -> {
          UUID cluster = cluster();
          UUID first = Ids.next();
          UUID second = Ids.next();
          standings.record(first, cluster, VERSION, assessment(0), MONDAY);
          standings.record(second, cluster, VERSION, assessment(2), TUESDAY);
          assertThat(standings.latest(MONDAY.minusSeconds(1))).isEmpty();
          assertThat(standings.latest(MONDAY)).extracting(FrameworkScore::scan).containsOnly(first);
          assertThat(standings.latest(TUESDAY))
              .extracting(FrameworkScore::scan)
              .containsOnly(second);
          assertThat(standings.history("cis-1.12", cluster, MONDAY, TUESDAY))
              .extracting(kept -> kept.counts().fail() > 0)
              .containsExactly(false, true);
        });
  }

  @Test
  void theKeptScoreIsExact() {
    Tenant.run(
        organisation.id(),
        () -> {
          UUID cluster = cluster();
          var assessment = assessment(2);
          standings.record(Ids.next(), cluster, VERSION, assessment, MONDAY);
          var framework = frameworks.find("cis-1.12").orElseThrow();
          var fleet =
              standings.standing(
                  framework, List.of(ClusterEvidence.of(cluster, VERSION, assessment)), MONDAY);
          var kept = standings.history("cis-1.12", cluster, MONDAY, MONDAY).getFirst();
          assertThat(kept.score()).isEqualTo(fleet.score()).isPresent();
          assertThat(kept.counts().fail()).isEqualTo(fleet.counts().fail());
          assertThat(kept.rulePack()).isEqualTo("pack");
        });
  }

  @Test
  void anotherOrganisationSeesNothing() {
    Tenant.run(
        organisation.id(),
        () -> standings.record(Ids.next(), cluster(), VERSION, assessment(0), MONDAY));
    List<FrameworkScore> seen = Tenant.call(founded().id(), () -> standings.latest(TUESDAY));
    assertThat(seen).isEmpty();
  }

  private Assessment assessment(int failed) {
    List<CheckResult> results =
        catalogue.all().stream().map(check -> result(check, failed)).toList();
    return new Assessment("pack", "kubeadm", results, Score.of(results));
  }

  private static CheckResult result(Check check, int failed) {
    return new CheckResult(
        check,
        CheckResult.State.ASSESSED,
        "",
        List.of(),
        Map.of(check.appliesTo().getFirst(), new Tally(5, failed, 0, 0)),
        List.of());
  }

  private UUID cluster() {
    UUID id = Ids.next();
    transaction.executeWithoutResult(status ->
        jdbc.update(
            "insert into cluster (tenant_id, id, name, alias, kind, created_at)"
                + " values (?, ?, 'prod', 'prod', 'offline', now())",
            Tenant.current(),
            id));
    return id;
  }

  private Organisation founded() {
    return organisations.found(
        "Standing",
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password"));
  }
}
