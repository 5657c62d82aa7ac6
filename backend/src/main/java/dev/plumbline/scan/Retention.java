package dev.plumbline.scan;

import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.OrganisationFounded;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets every night what an organisation no longer keeps, batch by batch. What is in force stays,
 * however old; so do the last score of each day and the audit log.
 */
@Component
class Retention implements JobHandler {

  static final String KIND = "retention";
  private static final int BATCH = 1000;
  private static final Duration NIGHT = Duration.ofHours(2);

  private final List<Forgettable> all;
  private final Organisations organisations;
  private final Jobs jobs;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Retention(
      List<Forgettable> all,
      Organisations organisations,
      Jobs jobs,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.all = List.copyOf(all);
    this.organisations = organisations;
    this.jobs = jobs;
    this.audit = audit;
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

  @EventListener
  void begin(OrganisationFounded founded) {
    queueNext(founded.id());
  }

  /** The next night is put down first, so that a night that breaks off is not the last. */
  @Override
  public void run(Job job) {
    transaction.executeWithoutResult(status -> queueNext(job.subject()));
    Instant before =
        clock.instant().minus(Duration.ofDays(organisations.current().retentionDays()));
    for (Forgettable one : all) {
      forget(job, one, before);
    }
    transaction.executeWithoutResult(status -> jobs.close(job));
  }

  private void forget(Job job, Forgettable one, Instant before) {
    int forgotten = 0;
    for (int batch = batch(job, one, before); batch > 0; batch = batch(job, one, before)) {
      forgotten += batch;
    }
    if (forgotten > 0) {
      String count = String.valueOf(forgotten);
      transaction.executeWithoutResult(
          status -> audit.record("history.forgotten", one.what(), count + ", before " + before));
    }
  }

  /** Behind the fence: a worker that was replaced forgets nothing. */
  private int batch(Job job, Forgettable one, Instant before) {
    Integer forgotten =
        transaction.execute(status -> {
          jobs.renew(job, lease());
          return one.step().forget(before, BATCH);
        });
    return forgotten;
  }

  private void queueNext(UUID organisation) {
    LocalDate night = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    Instant at = night.atStartOfDay(ZoneOffset.UTC).toInstant().plus(NIGHT).plus(spread());
    jobs.enqueue(KIND, organisation, night.toString(), at);
  }

  /** Organisations take turns over two hours. */
  private static Duration spread() {
    return Duration.ofSeconds(Math.floorMod(Tenant.current().hashCode(), NIGHT.toSeconds()));
  }
}
