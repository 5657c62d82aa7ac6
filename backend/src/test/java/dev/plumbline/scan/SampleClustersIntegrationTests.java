package dev.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

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
