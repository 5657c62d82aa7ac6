package dev.plumbline.notify;

import dev.plumbline.report.Report;
import dev.plumbline.report.ReportEnded;
import dev.plumbline.scan.Jobs;
import dev.plumbline.tenant.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts news down beside what it tells of, in the same transaction: both are stored, or neither. */
@Component
class Outbox {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final DeliveryRows rows;
  private final Jobs jobs;
  private final List<Channel> channels;
  private final Clock clock;

  Outbox(DeliveryRows rows, Jobs jobs, List<Channel> channels, Clock clock) {
    this.rows = rows;
    this.jobs = jobs;
    this.channels = channels;
    this.clock = clock;
  }

  @EventListener
  void put(ReportEnded ended) {
    for (var channel : channels) {
      for (String recipient : ended.report().recipients()) {
        put(channel, ended.report(), recipient);
      }
    }
  }

  private void put(Channel channel, Report report, String recipient) {
    var state = state(channel, report, recipient);
    var id = Ids.next();
    Instant now = clock.instant();
    var delivery =
        new Delivery(
            id, report.id(), channel.name(), recipient, state, 0, words(state), now, null, null);
    if (rows.insert(delivery, token()) && state == Delivery.State.QUEUED) {
      jobs.enqueue(DeliveryJob.KIND, id, id.toString(), now);
    }
  }

  private Delivery.State state(Channel channel, Report report, String recipient) {
    UUID schedule = report.schedule();
    if (schedule != null && rows.stopped(schedule, channel.name(), recipient)) {
      return Delivery.State.UNSUBSCRIBED;
    }
    return channel.ready() ? Delivery.State.QUEUED : Delivery.State.NOT_SET_UP;
  }

  private static String words(Delivery.State state) {
    return switch (state) {
      case UNSUBSCRIBED -> "the recipient has unsubscribed";
      case NOT_SET_UP -> "the channel is not set up";
      default -> "";
    };
  }

  private static String token() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
