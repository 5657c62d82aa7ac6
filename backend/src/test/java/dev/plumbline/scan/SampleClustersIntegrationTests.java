package dev.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.check.Score.Fraction;
import dev.plumbline.finding.Cause;
import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The sample clusters' history, made by the engine that judges real ones. */
@PlumblineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleClustersIntegrationTests {

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired SampleData sample;
  @Autowired Scans scans;
  @Autowired ScoreBridges bridges;
  @Autowired Clock clock;
  @Autowired JobRunner runner;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ConfigurableApplicationContext context;
  @Autowired ApplicationEventMulticaster multicaster;

  private UUID tenant;

  @BeforeAll
  void load() {
    var owner =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password");
    tenant = organisations.found("Sample", owner).id();
    Tenant.run(tenant, sample::load);
  }

  @Test
  void everyStepOfTheScoreIsToldAndAddsUp() {
    Tenant.run(
        tenant,
        () -> {
          Instant now = clock.instant();
          Fleet then = scans.fleet(Optional.of(now.minus(Duration.ofDays(29))));
          Fleet fleet = scans.fleet(Optional.empty());
          ScoreBridge bridge = bridges.ofFleet(then, fleet).orElseThrow();
          assertThat(bridge.before()).isEqualTo(then.score().orElseThrow());
          assertThat(bridge.after()).isEqualTo(fleet.score().orElseThrow());
          assertThat(
                  bridge.steps().stream()
                      .map(ScoreBridge.Step::points)
                      .reduce(Fraction.ZERO, Fraction::plus))
              .isEqualTo(bridge.difference());
          assertThat(bridge.steps())
              .extracting(ScoreBridge.Step::cause)
              .containsExactly(Cause.FOUND, Cause.MENDED, Cause.OBJECTS);
        });
  }

  @Test
  void eachClusterWasLookedAtOnceADayForThirtyDays() {
    Tenant.run(tenant, () -> assertThat(looks().values()).allMatch(days -> days.size() == 31));
  }

  /** The days on which each cluster was looked at. */
  private Map<UUID, Set<LocalDate>> looks() {
    return scans.between(Instant.EPOCH, clock.instant()).stream()
        .collect(
            Collectors.groupingBy(
                Scan::cluster,
                Collectors.mapping(
                    scan -> LocalDate.ofInstant(scan.takenAt().orElseThrow(), ZoneOffset.UTC),
                    Collectors.toSet())));
  }

  /** An error that nothing handles leaves behind what a killed process does. */
  @Test
  void whatAnEndedProcessLeftUndoneIsDoneByTheNext() {
    var owner =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password");
    UUID other = organisations.found("Broken off", owner).id();
    var seen = new AtomicInteger();
    ApplicationListener<PayloadApplicationEvent<ScanFinished>> ending =
        event -> {
          if (Tenant.current().equals(other) && seen.incrementAndGet() == 20) {
            throw new OutOfMemoryError("made up");
          }
        };
    context.addApplicationListener(ending);
    try {
      assertThatThrownBy(() -> Tenant.run(other, sample::load))
          .isInstanceOf(OutOfMemoryError.class);
      Tenant.run(other, () -> assertThat(finished()).isEqualTo(19));
      Tenant.run(other, this::endLeases);
      runner.drain(SampleClusters.KIND);
      Tenant.run(
          other,
          () -> {
            assertThat(finished()).isEqualTo(62);
            assertThat(looks().values()).hasSize(2).allMatch(days -> days.size() == 31);
            assertThat(
                    scans.ofCluster(scans.fleet(Optional.empty()).scans().getFirst().cluster(), 99))
                .allMatch(scan -> scan.state() == Scan.State.DONE);
          });
    } finally {
      multicaster.removeApplicationListener(ending);
    }
  }

  private int finished() {
    return scans.between(Instant.EPOCH, clock.instant()).size();
  }

  private void endLeases() {
    transaction.executeWithoutResult(status ->
        jdbc.update(
            "update job set lease_until = clock_timestamp() - interval '1 hour'"
                + " where tenant_id = ?",
            Tenant.current()));
  }

  @Test
  void aDebugPodCountsAsSomethingThatCameAndWent() {
    Tenant.run(
        tenant,
        () -> {
          var changes =
              scans.between(Instant.EPOCH, clock.instant()).stream().map(Scan::change).toList();
          assertThat(changes.stream().mapToInt(change -> change.came()).sum()).isPositive();
          assertThat(changes.stream().mapToInt(change -> change.went()).sum()).isPositive();
        });
  }
}
