package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.scan.JobRunner;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import dev.plumbline.testing.TestMail;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
class RetiredFrameworkIntegrationTests {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final String HOUSE =
      """
      id: own-house
      name: House rules
      edition: "2026"
      type: benchmark
      sections:
        - {id: H, topic: Pods}
      controls:
        - {id: H.1, parent: H, topic: First, kind: evidence, plus: [pod-privileged]}
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired OwnFrameworks frameworks;
  @Autowired Schedules schedules;
  @Autowired Reports reports;
  @Autowired Audit audit;
  @Autowired JobRunner runner;
  @Autowired TestClock clock;

  private final String recipient = UUID.randomUUID() + "@example.org";
  private UUID tenant = new UUID(0, 0);
  private UUID schedule = new UUID(0, 0);

  @BeforeEach
  void scheduleAnOwnFrameworkAndRetireIt() {
    var owner = people.register(UUID.randomUUID() + "@example.org", "Mira", "a long enough one");
    tenant = organisations.found("Retiring", owner).id();
    in(() -> frameworks.create(HOUSE));
    in(() -> frameworks.publish("own-house"));
    schedule = in(() -> schedules.create(draft())).id();
    assertThat(in(() -> schedules.get(schedule)).paused()).isEmpty();
    in(() -> frameworks.retire("own-house"));
  }

  @Test
  void theScheduleSaysSoBeforeItsNextRun() {
    assertThat(in(() -> schedules.get(schedule)).paused()).contains("own-house was retired");
    assertThat(in(() -> schedules.all()))
        .singleElement()
        .satisfies(one -> assertThat(one.active()).isFalse());
    assertThatThrownBy(() -> in(() -> schedules.runNow(schedule)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo("framework"));
    in(() -> frameworks.publish("own-house"));
    assertThat(in(() -> schedules.get(schedule)).paused()).as("published again in time").isEmpty();
  }

  @Test
  void itsNextRunTellsTheRecipientsOnceAndPausesIt() {
    everything();
    everything();
    assertThat(in(() -> reports.newest(10)))
        .singleElement()
        .satisfies(report -> {
          assertThat(report.state()).isEqualTo(Report.State.EMPTY);
          assertThat(report.problem()).contains("retired", "schedule is paused");
        });
    assertThat(TestMail.to(recipient)).hasSize(1);
    assertThat(in(() -> audit.before(Long.MAX_VALUE, 20)))
        .extracting(Audit.Entry::action)
        .containsOnlyOnce("schedule.paused");
    in(() -> frameworks.publish("own-house"));
    assertThat(in(() -> schedules.get(schedule)).paused()).as("until it is saved").isNotEmpty();
    assertThat(in(() -> schedules.change(schedule, draft())).paused()).isEmpty();
    everything();
    assertThat(in(() -> reports.newest(10))).hasSize(2);
  }

  private void everything() {
    clock.advance(WEEK);
    while (runner.drain(Schedules.KIND) + runner.drain(ReportJob.KIND) + runner.drain("delivery")
        > 0) {}
  }

  private Schedule.Draft draft() {
    return new Schedule.Draft(
        "Weekly", "own-house", List.of(), "0 6 * * 1", "UTC", List.of(recipient), true, true);
  }

  private <T> T in(Supplier<T> work) {
    return Tenant.call(tenant, work);
  }
}
