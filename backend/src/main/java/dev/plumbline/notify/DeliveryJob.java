package dev.plumbline.notify;

import dev.plumbline.report.Reports;
import dev.plumbline.scan.Job;
import dev.plumbline.scan.JobHandler;
import dev.plumbline.scan.Jobs;
import dev.plumbline.tenant.Organisations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries one delivery out: marked before it is handed over, sent again while nobody knows. */
@Component
class DeliveryJob implements JobHandler {

  static final String KIND = "delivery";
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(24));

  private final DeliveryRows rows;
  private final Reports reports;
  private final Organisations organisations;
  private final Jobs jobs;
  private final List<Channel> channels;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeliveryJob(
      DeliveryRows rows,
      Reports reports,
      Organisations organisations,
      Jobs jobs,
      List<Channel> channels,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.reports = reports;
    this.organisations = organisations;
    this.jobs = jobs;
    this.channels = channels;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run(Job job) {
    Order order = transaction.execute(status -> begin(job));
    if (order != null) {
      var receipt = order.channel().send(order.dispatch());
      transaction.executeWithoutResult(status -> settle(job, order, receipt));
    }
  }

  /** What is to be handed over. */
  private record Order(Channel channel, Dispatch dispatch, int attempt) {}

  private @Nullable Order begin(Job job) {
    var delivery = rows.find(job.subject()).orElse(null);
    if (delivery == null || delivery.state() == Delivery.State.SENT) {
      jobs.close(job);
      return null;
    }
    jobs.renew(job, lease());
    rows.sending(delivery.id(), clock.instant());
    return new Order(channel(delivery), dispatch(delivery), delivery.attempts());
  }

  private Channel channel(Delivery delivery) {
    return channels.stream()
        .filter(channel -> channel.name().equals(delivery.channel()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no channel " + delivery.channel()));
  }

  private Dispatch dispatch(Delivery delivery) {
    var report = reports.get(delivery.report());
    var organisation = organisations.current();
    return new Dispatch(
        delivery.id(),
        delivery.createdAt(),
        delivery.recipient(),
        organisation.name(),
        organisation.slug(),
        report,
        report.schedule() == null ? "" : rows.stopToken(delivery.id()),
        () -> reports.pdf(report.id()));
  }

  private void settle(Job job, Order order, Receipt receipt) {
    var now = clock.instant();
    var id = order.dispatch().id();
    switch (receipt) {
      case Receipt.Accepted accepted -> {
        jobs.close(job);
        rows.ended(id, Delivery.State.SENT, accepted.detail(), now);
        rows.attempted(id, "ACCEPTED", accepted.detail(), now);
      }
      case Receipt.Refused refused -> {
        jobs.fail(job, refused.detail());
        rows.ended(id, Delivery.State.FAILED, refused.detail(), null);
        rows.attempted(id, "REFUSED", refused.detail(), now);
      }
      case Receipt.Unclear unclear -> again(job, order, unclear.detail());
    }
  }

  private void again(Job job, Order order, String detail) {
    var now = clock.instant();
    var id = order.dispatch().id();
    if (order.attempt() < PAUSES.size()) {
      jobs.retry(job, now.plus(PAUSES.get(order.attempt())), detail);
      rows.ended(id, Delivery.State.QUEUED, detail, null);
    } else {
      jobs.fail(job, detail);
      rows.ended(id, Delivery.State.FAILED, detail, null);
    }
    rows.attempted(id, "UNCLEAR", detail, now);
  }
}
