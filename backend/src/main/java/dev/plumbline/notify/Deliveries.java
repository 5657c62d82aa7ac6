package dev.plumbline.notify;

import dev.plumbline.report.Reports;
import dev.plumbline.report.Schedules;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.NotHere;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The delivery log, and the way out of it for those who want no more. */
@Component
@Transactional
public class Deliveries {

  private final DeliveryRows rows;
  private final Reports reports;
  private final Schedules schedules;
  private final List<Channel> channels;
  private final Audit audit;
  private final Clock clock;

  Deliveries(
      DeliveryRows rows,
      Reports reports,
      Schedules schedules,
      List<Channel> channels,
      Audit audit,
      Clock clock) {
    this.rows = rows;
    this.reports = reports;
    this.schedules = schedules;
    this.channels = channels;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether anything can be delivered at all; else a schedule's page says so. */
  public boolean ready() {
    return channels.stream().anyMatch(Channel::ready);
  }

  @Transactional(readOnly = true)
  public List<Delivery> newest(int limit) {
    return rows.newest(limit);
  }

  @Transactional(readOnly = true)
  public List<Delivery> of(UUID report) {
    return rows.of(report);
  }

  /** What a token would stop, without stopping it. Throws {@link NotHere} for a wrong one. */
  @Transactional(readOnly = true)
  public Subscription subscription(String token) {
    var delivery = delivery(token);
    UUID schedule = schedule(delivery);
    boolean stopped = rows.stopped(schedule, delivery.channel(), delivery.recipient());
    return new Subscription(schedules.get(schedule).name(), delivery.recipient(), stopped);
  }

  /** Sends this recipient nothing more of the schedule; doing it twice changes nothing. */
  public Subscription stop(String token) {
    var delivery = delivery(token);
    UUID schedule = schedule(delivery);
    rows.stop(schedule, delivery, clock.instant());
    var subscription = subscription(token);
    audit.record("schedule.unsubscribed", subscription.schedule(), delivery.recipient());
    return subscription;
  }

  /** One recipient of one schedule. */
  public record Subscription(String schedule, String recipient, boolean stopped) {}

  private Delivery delivery(String token) {
    return rows.withToken(token).orElseThrow(() -> new NotHere("subscription"));
  }

  private UUID schedule(Delivery delivery) {
    UUID schedule = reports.get(delivery.report()).schedule();
    if (schedule == null) {
      throw new NotHere("subscription");
    }
    return schedule;
  }
}
