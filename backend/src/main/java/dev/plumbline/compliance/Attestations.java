package dev.plumbline.compliance;

import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.TenantJdbc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people of the current organisation attest of controls; never without an end. */
@Component
@Transactional
public class Attestations {

  /** How long words may hold at most. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final int LONGEST_TEXT = 4000;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "framework",
          "control",
          "cluster_id",
          "statement",
          "evidence",
          "attested_by",
          "attested_at",
          "expires_at");

  private final TenantJdbc jdbc;
  private final Frameworks frameworks;
  private final Audit audit;
  private final Clock clock;

  Attestations(TenantJdbc jdbc, Frameworks frameworks, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.frameworks = frameworks;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps what the current actor attests, and returns its id. */
  public UUID attest(Draft draft) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    demand(draft, now);
    var id = Ids.next();
    insert(id, draft, now);
    audit.record(
        "control.attested", draft.framework() + " " + draft.control(), "to " + draft.expiresAt());
    return id;
  }

  /** Takes an attestation back; the past keeps it. */
  public void withdraw(UUID id) {
    var entry = find(id);
    int rows =
        jdbc.sql(
                """
                update attestation set withdrawn_at = :at, withdrawn_by = :actor
                 where tenant_id = :tenant and id = :id and withdrawn_at is null
                """)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("actor", Actor.current().label())
            .param("id", id)
            .update();
    if (rows == 0) {
      throw new Refused("attestation", "It has been withdrawn already.");
    }
    audit.record("attestation.withdrawn", entry.framework() + " " + entry.control(), "");
  }

  /** Everything ever attested of a control, newest first, what was withdrawn included. */
  @Transactional(readOnly = true)
  public List<Attestation> of(String framework, String control) {
    return jdbc.sql(
            AttestationRow.SELECT
                + " and framework = :framework and control = :control order by attested_at desc,"
                + " id")
        .param("framework", framework)
        .param("control", control)
        .query(AttestationRow::read)
        .list();
  }

  /** What stood at an instant, expired entries included. */
  @Transactional(readOnly = true)
  public AttestationBook at(Instant instant) {
    var entries =
        jdbc.sql(
                AttestationRow.SELECT
                    + " and attested_at <= :at and (withdrawn_at is null or withdrawn_at > :at)")
            .param("at", instant.atOffset(ZoneOffset.UTC))
            .query(AttestationRow::read)
            .list();
    return new AttestationBook(instant, entries);
  }

  private Attestation find(UUID id) {
    return jdbc.sql(AttestationRow.SELECT + " and id = :id")
        .param("id", id)
        .query(AttestationRow::read)
        .optional()
        .orElseThrow(() -> new NotHere("attestation"));
  }

  private void insert(UUID id, Draft draft, Instant now) {
    try {
      jdbc.insert("attestation", COLUMNS, List.<@Nullable Object[]>of(row(id, draft, now)));
    } catch (DataIntegrityViolationException e) {
      throw new NotHere("cluster");
    }
  }

  private static @Nullable Object[] row(UUID id, Draft draft, Instant now) {
    return new @Nullable Object[] {
      id,
      draft.framework(),
      draft.control(),
      draft.cluster(),
      draft.statement().strip(),
      draft.evidence().strip(),
      Actor.current().label(),
      now.atOffset(ZoneOffset.UTC),
      draft.expiresAt().atOffset(ZoneOffset.UTC)
    };
  }

  private void demand(Draft draft, Instant now) {
    var control =
        frameworks
            .find(draft.framework())
            .flatMap(framework -> framework.control(draft.control()))
            .orElseThrow(() -> new NotHere("control"));
    if (!control.attestable()) {
      throw new Refused("control", "Nothing is asked of a person here: findings answer it.");
    }
    demandText("statement", draft.statement());
    demandText("evidence", draft.evidence());
    if (!draft.expiresAt().isAfter(now)) {
      throw new Refused("expiresAt", "The end lies in the future.");
    }
    if (draft.expiresAt().isAfter(now.plus(LONGEST))) {
      throw new Refused("expiresAt", "An attestation holds for one year at most.");
    }
  }

  private static void demandText(String field, String text) {
    if (text.isBlank() || text.strip().length() > LONGEST_TEXT) {
      throw new Refused(field, "Write 1 to " + LONGEST_TEXT + " characters.");
    }
  }

  /**
   * What somebody wants to attest.
   *
   * @param cluster the one cluster it speaks of, null for all
   * @param evidence where the proof lies
   */
  public record Draft(
      String framework,
      String control,
      @Nullable UUID cluster,
      String statement,
      String evidence,
      Instant expiresAt) {}
}
