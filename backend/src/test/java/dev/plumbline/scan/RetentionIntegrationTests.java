package dev.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.Standings;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Tallies;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class RetentionIntegrationTests {

  private static final int DAYS = 30;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired SampleData sample;
  @Autowired Retention retention;
  @Autowired Jobs jobs;
  @Autowired JobRunner runner;
  @Autowired Clusters clusters;
  @Autowired KubeObjects objects;
  @Autowired Findings findings;
  @Autowired Tallies tallies;
  @Autowired Standings standings;
  @Autowired Scans scans;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @Autowired TestClock clock;

  private Organisation organisation;

  /** Thirty days of history, of which the last third is within the thirty days that are kept. */
  @BeforeEach
  void keepTheLastThirdOfAHistory() {
    organisation = filled("Forgetful");
    clock.advance(Duration.ofDays(20));
    in(() -> {
      organisations.retain(DAYS);
      return 0;
    });
  }

  private Organisation filled(String name) {
    var owner =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password");
    var founded = organisations.found(name, owner);
    Tenant.run(founded.id(), sample::load);
    return founded;
  }

  private <T> T in(Supplier<T> work) {
    return Tenant.call(organisation.id(), work);
  }

  private int count(String rows) {
    return in(() ->
        transaction.execute(
            status -> jdbc.queryForObject("select count(*) from " + rows, Integer.class)));
  }

  private Job begin() {
    return in(() ->
        transaction.execute(status ->
            jobs.begin(Ids.next(), Retention.KIND, organisation.id(), Duration.ofMinutes(5))));
  }

  private void forget() {
    Job job = begin();
    Tenant.run(organisation.id(), () -> retention.run(job));
  }

  private Instant horizon() {
    return clock.instant().minus(Duration.ofDays(DAYS));
  }

  private static final List<String> HISTORY =
      List.of("object_version", "finding", "check_tally", "scan_coverage", "framework_score");

  private String old(String table) {
    return switch (table) {
      case "object_version", "finding" -> table + " where valid_to < '" + horizon() + "'";
      default ->
          table + " where scan_id in (select id from scan where taken_at < '" + horizon() + "')";
    };
  }

  @Test
  void whatIsOverIsForgottenAndWhatIsInForceStays() {
    int openObjects = count("object_version where valid_to is null");
    int openFindings = count("finding where valid_to is null");
    var before = new LinkedHashMap<String, Integer>();
    HISTORY.forEach(table -> before.put(table, count(old(table))));
    assertThat(before).allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());
    int audited = count("audit_event");
    forget();
    assertThat(count(old("object_version"))).isZero();
    assertThat(count(old("finding"))).isZero();
    assertThat(count("object_version where valid_to is null")).isEqualTo(openObjects);
    assertThat(count("finding where valid_to is null")).isEqualTo(openFindings);
    assertThat(count("check_tally")).isPositive();
    assertThat(count(old("check_tally"))).isLessThan(before.get("check_tally"));
    assertThat(count("audit_event")).isGreaterThan(audited);
    assertThat(count("audit_event where seq <= " + audited)).isEqualTo(audited);
  }

  @Test
  void everyReadWithinTheTimeThatIsKeptAnswersTheSame() {
    Instant from = horizon().plusMillis(1);
    var instants = new ArrayList<Instant>();
    for (Instant at = from; at.isBefore(clock.instant()); at = at.plus(Duration.ofHours(31))) {
      instants.add(at);
    }
    assertThat(instants).hasSizeGreaterThan(20);
    var before = instants.stream().map(this::told).toList();
    assertThat(before.toString().length()).isGreaterThan(10_000);
    forget();
    for (int i = 0; i < instants.size(); i++) {
      assertThat(told(instants.get(i))).as(instants.get(i).toString()).isEqualTo(before.get(i));
    }
  }

  /** All that can be read of an instant, but for clusters' own settings. */
  private Map<String, Object> told(Instant at) {
    return in(() -> {
      var filter = FindingFilter.ALL.at(Optional.of(at));
      var told = new LinkedHashMap<String, Object>();
      told.put("findings", findings.page(filter, null, 10_000));
      told.put("severities", findings.bySeverity(filter));
      var latest = scans.latest(Optional.of(at));
      told.put("scans", latest);
      told.put("tallies", tallies.ofScans(latest.stream().map(Scan::id).toList()));
      told.put("coverage", latest.stream().map(scan -> objects.coverage(scan.id())).toList());
      told.put("frameworks", standings.latest(at));
      for (Cluster cluster : clusters.list()) {
        told.put(cluster.name(), objects.counts(cluster.id(), at));
        told.put(
            cluster.name() + " objects",
            objects.page(
                new KubeObjects.Query(
                    cluster.id(), at, List.of(), List.of(), "", Optional.empty(), 10_000)));
      }
      return told;
    });
  }

  @Test
  void theLastScoreOfEachDayStays() {
    var before = dailyScores();
    int scansBefore = count("scan");
    forget();
    assertThat(dailyScores()).isEqualTo(before);
    assertThat(count("scan")).isLessThanOrEqualTo(scansBefore);
    assertThat(count("framework_score")).isEqualTo(count("scan") * frameworksPerScan());
  }

  private List<Map<String, Object>> dailyScores() {
    return in(() ->
        transaction.execute(status ->
            jdbc.queryForList(
                """
                select distinct on (cluster_id, (taken_at at time zone 'UTC')::date)
                       cluster_id, (taken_at at time zone 'UTC')::date as day, score_n, score_d
                  from scan where state = 'DONE'
                 order by cluster_id, (taken_at at time zone 'UTC')::date, taken_at desc
                """)));
  }

  private int frameworksPerScan() {
    return count("(select distinct framework from framework_score) f");
  }

  @Test
  void scansThatWereNotTheLastOfTheirDayGoWhole() {
    UUID second =
        in(() ->
            transaction.execute(status -> {
              var first = scans.between(Instant.EPOCH, horizon()).getFirst();
              UUID id = Ids.next();
              jdbc.update(
                  "insert into scan (tenant_id, id, cluster_id, cause, requested_by, requested_at,"
                      + " state, taken_at) select tenant_id, ?, cluster_id, cause, requested_by,"
                      + " requested_at, state, taken_at - interval '1 second' from scan where id ="
                      + " ?",
                  id,
                  first.id());
              return id;
            }));
    int scansBefore = count("scan");
    forget();
    assertThat(count("scan where id = '" + second + "'")).isZero();
    assertThat(count("scan")).isEqualTo(scansBefore - 1);
  }

  @Test
  void aSecondNightForgetsNothingMore() {
    forget();
    var after = HISTORY.stream().map(this::count).toList();
    int audited = count("audit_event");
    forget();
    assertThat(HISTORY.stream().map(this::count).toList()).isEqualTo(after);
    assertThat(count("audit_event")).isEqualTo(audited);
  }

  @Test
  void oneBatchForgetsNoMoreThanItsLimit() {
    int forgotten = in(() -> transaction.execute(status -> findings.forget(horizon(), 3)));
    assertThat(forgotten).isEqualTo(3);
    assertThat(in(() -> objects.forget(horizon(), 2))).isEqualTo(2);
  }

  @Test
  void aWorkerThatWasReplacedForgetsNothing() {
    Job job = begin();
    Job ghost = new Job(job.tenant(), job.id(), job.kind(), job.subject(), job.attempt() - 1);
    var before = HISTORY.stream().map(this::count).toList();
    assertThatThrownBy(() -> Tenant.run(organisation.id(), () -> retention.run(ghost)))
        .isInstanceOf(Jobs.Stale.class);
    assertThat(HISTORY.stream().map(this::count).toList()).isEqualTo(before);
  }

  @Test
  void everyOrganisationHasItsNightAndForgetsOnlyItsOwn() {
    Organisation forgetful = organisation;
    Organisation longer = filled("Longer");
    var before = rows(longer);
    clock.advance(Duration.ofDays(2));
    runner.drain(Retention.KIND);
    assertThat(rows(longer)).isEqualTo(before);
    organisation = forgetful;
    assertThat(count("job where kind = 'retention' and state = 'DONE'")).isEqualTo(1);
    assertThat(count("job where kind = 'retention' and state = 'QUEUED'")).isEqualTo(1);
    assertThat(count(old("finding"))).isZero();
  }

  private List<Integer> rows(Organisation whose) {
    organisation = whose;
    return HISTORY.stream().map(this::count).toList();
  }
}
