package dev.plumbline.scan;

import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.tenant.TenantJdbc;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Background work as rows: put down once for each slot, claimed with a lease, closed by fence. */
@Component
public class Jobs {

  private static final int PER_TENANT = 4;

  private final TenantJdbc jdbc;
  private final JdbcClient platformJdbc;
  private final TransactionTemplate platform;
  private final Clock clock;
  private final String worker = Ids.next().toString();

  Jobs(
      TenantJdbc jdbc,
      JdbcClient platformJdbc,
      @Qualifier("platform") JdbcTransactionManager platform,
      Clock clock) {
    this.jdbc = jdbc;
    this.platformJdbc = platformJdbc;
    this.platform = new TransactionTemplate(platform);
    this.platform.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * Puts a job down in the running transaction.
   *
   * @param slot what makes it one of a kind, such as a schedule's period
   * @return false when the slot was taken before
   */
  public boolean enqueue(String kind, UUID subject, String slot, Instant runAt) {
    return enqueue(Ids.next(), kind, subject, slot, runAt);
  }

  boolean enqueue(UUID id, String kind, UUID subject, String slot, Instant runAt) {
    return jdbc.sql(
                """
                insert into job (tenant_id, id, kind, subject, slot, run_at, created_at)
                values (:tenant, :id, :kind, :subject, :slot, :runAt, :now)
                on conflict (tenant_id, kind, slot) do nothing
                """)
            .param("id", id)
            .param("kind", kind)
            .param("subject", subject)
            .param("slot", slot)
            .param("runAt", runAt.atOffset(ZoneOffset.UTC))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Puts a job down that this process does at once, already claimed. */
  Job begin(UUID id, String kind, UUID subject, Duration lease) {
    return begin(id, kind, subject, id.toString(), lease);
  }

  /** As {@link #begin(UUID, String, UUID, Duration)}, for a slot of its own. */
  Job begin(UUID id, String kind, UUID subject, String slot, Duration lease) {
    enqueue(id, kind, subject, slot, clock.instant());
    jdbc.sql(
            """
            update job set state = 'RUNNING', attempt = 1, worker = :worker,
                   lease_until = clock_timestamp() + make_interval(secs => :lease)
             where tenant_id = :tenant and id = :id
            """)
        .param("worker", worker)
        .param("lease", lease.toSeconds())
        .param("id", id)
        .update();
    return new Job(Tenant.current(), id, kind, subject, 1);
  }

  /** Cancels a job that waits or runs; whoever runs it notices when it renews its lease. */
  void cancel(UUID id) {
    jdbc.sql(
            """
            update job set state = 'CANCELLED', lease_until = null
             where tenant_id = :tenant and id = :id and state in ('QUEUED', 'RUNNING')
            """)
        .param("id", id)
        .update();
  }

  /** Takes back what of a subject has not begun. */
  public void withdraw(String kind, UUID subject) {
    jdbc.sql(
            """
            delete from job
             where tenant_id = :tenant and kind = :kind and subject = :subject and state = 'QUEUED'
            """)
        .param("kind", kind)
        .param("subject", subject)
        .update();
  }

  /** Deletes jobs that ended and were put down before an instant; returns how many. */
  int forget(Instant before, int limit) {
    return jdbc.sql(
            """
            delete from job where tenant_id = :tenant and id in
              (select id from job
                where tenant_id = :tenant and state in ('DONE', 'FAILED', 'CANCELLED')
                  and created_at < :before and run_at < :before
                limit :limit)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }

  /** Claims the next job whose time has come, of whichever tenant. */
  public Optional<Job> claim(Collection<String> kinds, Duration lease) {
    return platform.execute(status ->
        platformJdbc
            .sql(
                """
                select * from claim_job(:kinds, :worker, make_interval(secs => :lease), :cap, :now)
                """)
            .param("kinds", kinds.toArray(String[]::new), Types.ARRAY)
            .param("worker", worker)
            .param("lease", lease.toMillis() / 1000.0)
            .param("cap", PER_TENANT)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((row, number) ->
                new Job(
                    row.getObject("job_tenant", UUID.class),
                    row.getObject("job_id", UUID.class),
                    row.getString("job_kind"),
                    row.getObject("job_subject", UUID.class),
                    row.getInt("job_attempt")))
            .optional());
  }

  /** The slot for which a job was put down. */
  public String slot(Job job) {
    return jdbc.sql("select slot from job where tenant_id = :tenant and id = :id")
        .param("id", job.id())
        .query(String.class)
        .single();
  }

  /** Says that the worker lives; throws {@link Stale} when the job is no longer its own. */
  public void renew(Job job, Duration lease) {
    change(job, "lease_until = clock_timestamp() + interval '" + lease.toMillis() + " ms'", "");
  }

  /** Ends the job as the first statement of the transaction that stores its result. */
  public void close(Job job) {
    change(job, "state = 'DONE', lease_until = null, error = :error", "");
  }

  /** Ends the job without a result. */
  public void fail(Job job, String error) {
    change(job, "state = 'FAILED', lease_until = null, error = :error", error);
  }

  /** Puts the job back for a later time. */
  public void retry(Job job, Instant at, String error) {
    jdbc.sql(statement("state = 'QUEUED', lease_until = null, error = :error, run_at = :at"))
        .param("id", job.id())
        .param("attempt", job.attempt())
        .param("error", cut(error))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional()
        .orElseThrow(Stale::new);
  }

  /** Notes why a worker gave up; the lease goes on, and its end lets another try. */
  void note(Job job, String error) {
    change(job, "error = :error", error);
  }

  private void change(Job job, String what, String error) {
    jdbc.sql(statement(what))
        .param("id", job.id())
        .param("attempt", job.attempt())
        .param("error", cut(error))
        .query(UUID.class)
        .optional()
        .orElseThrow(Stale::new);
  }

  private static String statement(String what) {
    return "update job set "
        + what
        + " where tenant_id = :tenant and id = :id and attempt = :attempt and state = 'RUNNING'"
        + " returning id";
  }

  private static String cut(String error) {
    return error.length() <= 2000 ? error : error.substring(0, 2000);
  }

  /** Another worker has taken the job over: nothing of this one may be stored. */
  public static final class Stale extends RuntimeException {
    Stale() {
      super("the job was taken over by another worker", null, false, false);
    }
  }
}
