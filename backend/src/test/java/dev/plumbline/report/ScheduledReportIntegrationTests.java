package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.scan.Job;
import dev.plumbline.scan.JobRunner;
import dev.plumbline.scan.Jobs;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class ScheduledReportIntegrationTests {

  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration WEEK = Duration.ofDays(7);

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Schedules schedules;
  @Autowired Reports reports;
  @Autowired ReportRows rows;
  @Autowired Jobs jobs;
  @Autowired JobRunner runner;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;

  private final String recipient = UUID.randomUUID() + "@example.org";
  private Organisation organisation;
  private Schedule schedule;

  @BeforeEach
  void foundAndSchedule() {
    var owner =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password");
    organisation = organisations.found("Scheduled", owner);
    schedule = in(() -> schedules.create(draft("Weekly", "0 6 * * 1")));
  }

  @Test
  void aPeriodHasOneReportAndEachRecipientOneMailHoweverManyWorkersRun() throws Exception {
    clock.advance(WEEK);
    var maker = new Maker();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs =
          IntStream.range(0, 4).mapToObj(i -> workers.submit(() -> everything(maker))).toList();
      for (var run : runs) {
        run.get();
      }
    }
    everything(maker);
    assertThat(mine()).extracting(Report::state).containsExactly(Report.State.READY);
    assertThat(TestMail.to(recipient)).hasSize(1);
    assertThat(in(() -> reports.pdf(mine().getFirst().id()))).isEqualTo(Maker.PDF);
  }

  @Test
  void theNextPeriodFollowsWithoutAGap() {
    clock.advance(WEEK);
    everything(new Maker());
    clock.advance(WEEK);
    everything(new Maker());
    var made = mine();
    assertThat(made).hasSize(2);
    assertThat(made.get(0).periodStart()).isEqualTo(made.get(1).at());
    assertThat(TestMail.to(recipient)).hasSize(2);
  }

  @Test
  void periodsThatWereMissedBecomeOneReportOverAllOfThem() {
    clock.advance(WEEK);
    everything(new Maker());
    clock.advance(WEEK.multipliedBy(4));
    everything(new Maker());
    assertThat(mine()).hasSizeBetween(2, 3);
    assertThat(mine().getFirst().at()).isBetween(clock.instant().minus(WEEK), clock.instant());
    assertThat(mine().get(1).at()).isEqualTo(mine().get(0).periodStart());
  }

  @Test
  void aWorkerThatDiedIsReplacedAndItsGhostStoresNothing() {
    clock.advance(WEEK);
    runner.drain(Schedules.KIND);
    var dead = mineClaimed().orElseThrow();
    endLeases();
    everything(new Maker());
    run(dead, new Maker());
    everything(new Maker());
    assertThat(mine()).extracting(Report::state).containsExactly(Report.State.READY);
    assertThat(TestMail.to(recipient)).hasSize(1);
  }

  @Test
  void aRunThatFailsThreeTimesIsReportedByMail() throws Exception {
    clock.advance(WEEK);
    var broken = new Maker(() -> new IllegalStateException("secret detail"));
    for (int i = 0; i < 3; i++) {
      everything(broken);
      clock.advance(Duration.ofHours(1));
    }
    everything(broken);
    assertThat(broken.calls).isEqualTo(3);
    assertThat(mine()).extracting(Report::state).containsExactly(Report.State.FAILED);
    assertThat(TestMail.to(recipient))
        .singleElement()
        .satisfies(mail -> assertThat(mail.getSubject()).startsWith("Plumbline report failed"));
    assertThat(mine().getFirst().problem()).doesNotContain("secret");
    assertThatThrownBy(() -> in(() -> reports.pdf(mine().getFirst().id())))
        .isInstanceOf(NotHere.class);
  }

  @Test
  void aRunThatBreaksOffAgainAndAgainIsReportedToo() {
    clock.advance(WEEK);
    runner.drain(Schedules.KIND);
    for (int i = 0; i < 3; i++) {
      assertThat(mineClaimed()).isPresent();
      endLeases();
    }
    everything(new Maker());
    assertThat(mine()).extracting(Report::state).containsExactly(Report.State.FAILED);
    assertThat(TestMail.to(recipient)).hasSize(1);
  }

  @Test
  void anEmptyRunIsReportedAsEmpty() {
    clock.advance(WEEK);
    everything(new Maker(() -> new ReportMaker.NothingToReport("None of its clusters was read.")));
    assertThat(mine()).extracting(Report::state).containsExactly(Report.State.EMPTY);
    assertThat(TestMail.to(recipient))
        .singleElement()
        .satisfies(mail -> assertThat(mail.getSubject()).startsWith("Plumbline report is empty"));
  }

  @Test
  void aScheduleThatRestsRunsNoMore() {
    in(() ->
        schedules.change(
            schedule.id(),
            new Schedule.Draft(
                "Weekly", "pci-dss-4.0.1", List.of(), "0 6 * * 1", "UTC", List.of(), true, false)));
    clock.advance(WEEK);
    everything(new Maker());
    assertThat(mine()).isEmpty();
  }

  @Test
  void aDeletedScheduleLeavesItsReports() {
    clock.advance(WEEK);
    everything(new Maker());
    Tenant.run(organisation.id(), () -> schedules.delete(schedule.id()));
    clock.advance(WEEK);
    everything(new Maker());
    assertThat(mine()).singleElement().satisfies(one -> assertThat(one.schedule()).isNull());
  }

  @Test
  void aReportAskedForByHandIsMadeAndMailedToNobody() {
    var order =
        in(() -> reports.order(new ReportRequest("gdpr", List.of(), null, null, "Europe/Berlin")));
    everything(new Maker());
    assertThat(in(() -> reports.get(order.id())).state()).isEqualTo(Report.State.READY);
    assertThat(TestMail.to(recipient)).isEmpty();
  }

  @Test
  void badInputNamesItsField() {
    assertRefused("name", () -> schedules.create(draft("Weekly", "0 7 * * 1")));
    assertRefused("cron", () -> schedules.create(draft("Other", "often")));
    assertRefused(
        "at",
        () ->
            reports.order(
                new ReportRequest("gdpr", List.of(), null, Instant.now().plus(WEEK), "UTC")));
    assertRefused(
        "recipients",
        () ->
            schedules.create(
                new Schedule.Draft(
                    "Third",
                    "gdpr",
                    List.of(),
                    "0 6 * * 1",
                    "UTC",
                    List.of("a@b.example\r\nBcc: c@d.example"),
                    true,
                    true)));
  }

  private void assertRefused(String field, Supplier<?> work) {
    assertThatThrownBy(() -> in(work))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  private Schedule.Draft draft(String name, String cron) {
    return new Schedule.Draft(
        name, "pci-dss-4.0.1", List.of(), cron, "Europe/Berlin", List.of(recipient), true, true);
  }

  private List<Report> mine() {
    return in(() -> reports.newest(10));
  }

  private <T> T in(Supplier<T> work) {
    return Tenant.call(organisation.id(), work);
  }

  private void everything(Maker maker) {
    int done;
    do {
      done = runner.drain(Schedules.KIND);
      for (var job = jobs.claim(List.of(ReportJob.KIND), LEASE);
          job.isPresent();
          job = jobs.claim(List.of(ReportJob.KIND), LEASE)) {
        run(job.get(), maker);
        done++;
      }
      done += runner.drain("delivery");
    } while (done > 0);
  }

  /** Jobs that other tests have left are passed by. */
  private Optional<Job> mineClaimed() {
    Optional<Job> claimed;
    do {
      claimed = jobs.claim(List.of(ReportJob.KIND), LEASE);
    } while (claimed.isPresent() && !claimed.get().tenant().equals(organisation.id()));
    return claimed;
  }

  private void run(Job job, Maker maker) {
    var worker = new ReportJob(rows, maker, jobs, events, transaction, clock);
    Tenant.run(job.tenant(), () -> worker.run(job));
  }

  private void endLeases() {
    new JdbcTemplate(database.superuser())
        .update(
            "update job set lease_until = clock_timestamp() - interval '1 second'"
                + " where state = 'RUNNING' and tenant_id = ?",
            organisation.id());
  }

  /** Makes the same small report each time, or fails. */
  private static final class Maker implements ReportMaker {
    static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private final Supplier<? extends RuntimeException> failure;
    int calls;

    Maker() {
      this(() -> null);
    }

    Maker(Supplier<? extends RuntimeException> failure) {
      this.failure = failure;
    }

    @Override
    public Made make(Report order) {
      calls++;
      var thrown = failure.get();
      if (thrown != null) {
        throw thrown;
      }
      var summary =
          new ReportSummary(
              "PCI DSS 4.0.1", null, null, null, 1, 1, 0, 0, 0, 0, 0, 0, 0, List.of());
      return new Made(summary, "d1", PDF, new byte[0]);
    }
  }
}
