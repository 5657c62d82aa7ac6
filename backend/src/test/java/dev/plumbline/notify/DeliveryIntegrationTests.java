package dev.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.report.Report;
import dev.plumbline.report.ReportEnded;
import dev.plumbline.report.Reports;
import dev.plumbline.report.Schedule;
import dev.plumbline.report.Schedules;
import dev.plumbline.scan.Job;
import dev.plumbline.scan.JobRunner;
import dev.plumbline.scan.Jobs;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class DeliveryIntegrationTests {

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Schedules schedules;
  @Autowired Reports reports;
  @Autowired Deliveries deliveries;
  @Autowired DeliveryRows rows;
  @Autowired Jobs jobs;
  @Autowired JobRunner runner;
  @Autowired Channel mail;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;
  @Autowired TestDatabase database;

  private final String recipient = UUID.randomUUID() + "@example.org";
  private Organisation organisation;
  private UUID report;

  @BeforeEach
  void aReportIsReady() {
    organisation =
        organisations.found(
            "Delivered",
            people.register(UUID.randomUUID() + "@example.org", "One", "a long enough password"));
    var draft =
        new Schedule.Draft(
            "Weekly", "gdpr", List.of(), "0 6 * * 1", "UTC", List.of(recipient), true, true);
    Tenant.run(organisation.id(), () -> schedules.create(draft));
    clock.advance(Duration.ofDays(7));
    runner.drain("report-schedule");
    report = Tenant.call(organisation.id(), () -> reports.newest(1)).getFirst().id();
    finishReport();
  }

  @Test
  void whatWasHandedOverBeforeACrashIsSentAgainUnderTheSameId() throws Exception {
    var dying = job(new Crash(mail));
    var claimed = mine();
    assertThatThrownBy(() -> Tenant.run(organisation.id(), () -> dying.run(claimed)))
        .hasMessage("crash");
    assertThat(log().state()).isEqualTo(Delivery.State.SENDING);
    endLeases();
    runner.drain(DeliveryJob.KIND);
    var sent = TestMail.to(recipient);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).getMessageID()).isEqualTo(sent.get(1).getMessageID());
    assertThat(log().state()).isEqualTo(Delivery.State.SENT);
    assertThatThrownBy(() -> Tenant.run(organisation.id(), () -> job(mail).run(claimed)))
        .isInstanceOf(Jobs.Stale.class);
  }

  @Test
  void anUnclearAnswerIsTriedAgainLaterAndTheLogHasEveryTry() {
    var moody = new Moody(3);
    for (int i = 0; i < 4; i++) {
      deliver(moody);
      clock.advance(Duration.ofHours(25));
    }
    assertThat(log())
        .satisfies(entry -> assertThat(entry.state()).isEqualTo(Delivery.State.SENT))
        .satisfies(entry -> assertThat(entry.attempts()).isEqualTo(4));
    assertThat(moody.ids).hasSize(4).containsOnly(moody.ids.getFirst());
    assertThat(attempts()).containsExactly("UNCLEAR", "UNCLEAR", "UNCLEAR", "ACCEPTED");
  }

  @Test
  void afterTheLastTryItIsGivenUpAndSaid() {
    var moody = new Moody(100);
    for (int i = 0; i < 10; i++) {
      deliver(moody);
      clock.advance(Duration.ofHours(25));
    }
    assertThat(log().state()).isEqualTo(Delivery.State.FAILED);
    assertThat(moody.ids).hasSize(7);
  }

  @Test
  void newsOfTheSameReportIsPutDownOnce() {
    publish();
    runner.drain(DeliveryJob.KIND);
    publish();
    runner.drain(DeliveryJob.KIND);
    assertThat(TestMail.to(recipient)).hasSize(1);
  }

  @Test
  void newsIsNotPutDownWhenTheReportIsNotStored() {
    Tenant.run(
        organisation.id(),
        () ->
            transaction.executeWithoutResult(status -> {
              events.publishEvent(new ReportEnded(anotherRecipient(reports.get(report))));
              assertThat(rows.of(report)).hasSize(2);
              status.setRollbackOnly();
            }));
    assertThat(Tenant.call(organisation.id(), () -> deliveries.of(report))).hasSize(1);
  }

  @Test
  void whoUnsubscribesGetsNoMoreOfThisScheduleAndAskingAloneChangesNothing() {
    runner.drain(DeliveryJob.KIND);
    String token =
        Tenant.call(organisation.id(), () -> transaction.execute(s -> rows.stopToken(log().id())));
    assertThat(Tenant.call(organisation.id(), () -> deliveries.subscription(token)).stopped())
        .isFalse();
    Tenant.run(organisation.id(), () -> deliveries.stop(token));
    assertThat(Tenant.call(organisation.id(), () -> deliveries.stop(token)).stopped()).isTrue();
    clock.advance(Duration.ofDays(7));
    runner.drain("report-schedule");
    report = Tenant.call(organisation.id(), () -> reports.newest(1)).getFirst().id();
    finishReport();
    runner.drain(DeliveryJob.KIND);
    assertThat(log().state()).isEqualTo(Delivery.State.UNSUBSCRIBED);
    assertThat(TestMail.to(recipient)).hasSize(1);
  }

  @Test
  void aWrongTokenOrAnotherOrganisationsIsNotHere() {
    String token =
        Tenant.call(organisation.id(), () -> transaction.execute(s -> rows.stopToken(log().id())));
    var other =
        organisations.found(
            "Other",
            people.register(UUID.randomUUID() + "@example.org", "Two", "a long enough password"));
    assertThatThrownBy(() -> Tenant.call(other.id(), () -> deliveries.stop(token)))
        .isInstanceOf(NotHere.class);
    assertThatThrownBy(() -> Tenant.call(organisation.id(), () -> deliveries.stop("x")))
        .isInstanceOf(NotHere.class);
  }

  private void finishReport() {
    new JdbcTemplate(database.superuser())
        .update(
            "update report set state = 'EMPTY', made_at = now() where tenant_id = ? and id = ?",
            organisation.id(),
            report);
    new JdbcTemplate(database.superuser())
        .update("delete from job where tenant_id = ? and kind = 'report'", organisation.id());
    publish();
  }

  private void publish() {
    Tenant.run(
        organisation.id(),
        () ->
            transaction.executeWithoutResult(
                status -> events.publishEvent(new ReportEnded(reports.get(report)))));
  }

  private void deliver(Channel channel) {
    next().ifPresent(claimed -> Tenant.run(claimed.tenant(), () -> job(channel).run(claimed)));
  }

  private Job mine() {
    return next().orElseThrow();
  }

  /** Jobs that other tests have left are passed by. */
  private Optional<Job> next() {
    Optional<Job> claimed;
    do {
      claimed = jobs.claim(List.of(DeliveryJob.KIND), Duration.ofMinutes(5));
    } while (claimed.isPresent() && !claimed.get().tenant().equals(organisation.id()));
    return claimed;
  }

  private DeliveryJob job(Channel channel) {
    return new DeliveryJob(
        rows, reports, organisations, jobs, List.of(channel), transaction, clock);
  }

  private Delivery log() {
    return Tenant.call(organisation.id(), () -> deliveries.of(report)).getFirst();
  }

  private List<String> attempts() {
    return new JdbcTemplate(database.superuser())
        .queryForList(
            "select outcome from delivery_attempt where tenant_id = ? order by at",
            String.class,
            organisation.id());
  }

  private static Report anotherRecipient(Report one) {
    return new Report(
        one.id(),
        one.schedule(),
        one.title(),
        one.framework(),
        one.clusters(),
        one.periodStart(),
        one.at(),
        one.zone(),
        List.of("another@example.org"),
        one.attach(),
        one.state(),
        one.problem(),
        one.requestedBy(),
        one.requestedAt(),
        one.madeAt(),
        one.digest(),
        one.summary(),
        one.pdfSha256(),
        one.findingsSha256());
  }

  private void endLeases() {
    new JdbcTemplate(database.superuser())
        .update(
            "update job set lease_until = clock_timestamp() - interval '1 second'"
                + " where state = 'RUNNING' and tenant_id = ?",
            organisation.id());
  }

  /** Hands over, and dies before it can say so. */
  private record Crash(Channel inner) implements Channel {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public Receipt send(Dispatch dispatch) {
      inner.send(dispatch);
      throw new IllegalStateException("crash");
    }
  }

  /** Does not answer clearly so many times. */
  private static final class Moody implements Channel {
    private final int moods;
    final List<UUID> ids = new ArrayList<>();

    Moody(int moods) {
      this.moods = moods;
    }

    @Override
    public String name() {
      return "mail";
    }

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public Receipt send(Dispatch dispatch) {
      ids.add(dispatch.id());
      return ids.size() <= moods ? new Receipt.Unclear("later") : new Receipt.Accepted("ok");
    }
  }
}
