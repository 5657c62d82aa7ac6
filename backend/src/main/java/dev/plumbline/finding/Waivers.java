package dev.plumbline.finding;

import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exceptions of the current organisation: asked for by one person, decided by another, never
 * without an end. A finding under one goes on failing.
 */
@Component
@Transactional
public class Waivers {

  /** How long one may be in force at most. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** How many findings one request may name. */
  public static final int MOST = 500;

  private static final int LONGEST_TEXT = 2000;
  private static final String NOBODY =
      "Nobody is known to stand behind this token: make a new one, or sign in.";

  private final WaiverRows rows;
  private final Findings findings;
  private final Audit audit;
  private final Clock clock;

  Waivers(WaiverRows rows, Findings findings, Audit audit, Clock clock) {
    this.rows = rows;
    this.findings = findings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What somebody wants to have accepted.
   *
   * @param compensation what lowers the risk meanwhile, may be empty
   */
  public record Draft(
      Collection<UUID> findings, String reason, String compensation, Instant expiresAt) {}

  /**
   * Asks for an exception for each of some open findings. Those for which one waits already are
   * left as they are.
   *
   * @return what was asked for, never empty
   */
  public List<Waiver> request(Draft draft) {
    var now = now();
    var person = person();
    demand(draft, now);
    Set<UUID> wanted = new LinkedHashSet<>(draft.findings());
    var open = findings.open(wanted);
    demandOpen(wanted, open);
    Set<UUID> waiting = new HashSet<>(rows.waiting(wanted, now));
    var asked =
        open.stream()
            .filter(finding -> !waiting.contains(finding.id()))
            .map(finding -> requested(finding, draft, person, now))
            .toList();
    if (asked.isEmpty()) {
      throw new Refused("findings", "This was asked for already and waits for a second person.");
    }
    insert(asked);
    asked.forEach(one -> record("exception.requested", one, "to " + one.expiresAt()));
    return asked;
  }

  private static Waiver requested(Finding finding, Draft draft, UUID person, Instant now) {
    return new Waiver(
        Ids.next(),
        finding.id(),
        finding.cluster(),
        finding.check(),
        finding.subject(),
        draft.reason().strip(),
        draft.compensation().strip(),
        person,
        Actor.current().label(),
        now,
        draft.expiresAt(),
        Optional.empty(),
        Optional.empty());
  }

  private void insert(List<Waiver> asked) {
    try {
      rows.insert(asked);
    } catch (DataIntegrityViolationException e) {
      throw new Refused("findings", "Somebody else asked for this at the same time.");
    }
  }

  /** Puts exceptions in force; never by who asked for them. */
  public void approve(Collection<UUID> ids, String note) {
    decide(ids, true, note);
  }

  /** Refuses exceptions; never by who asked for them, who may withdraw. */
  public void refuse(Collection<UUID> ids, String note) {
    decide(ids, false, note);
  }

  private void decide(Collection<UUID> ids, boolean approved, String note) {
    var person = person();
    demandText("note", note, 0);
    var found = found(ids);
    var now = now();
    for (Waiver one : found) {
      if (one.stateAt(now) != Waiver.State.REQUESTED) {
        throw new Refused("exception", gone(one.stateAt(now)));
      }
      if (one.requester().equals(person)) {
        throw new Refused(
            "exception", "Who asks for an exception does not decide it: a second person does.");
      }
    }
    var said = new Waiver.Decision(approved, Actor.current().label(), now, note.strip());
    rows.decide(ids, person, said);
    String action = approved ? "exception.approved" : "exception.refused";
    found.forEach(one -> record(action, one, "asked for by " + one.requestedBy()));
  }

  /** Takes exceptions back, whether they wait or are in force; the past keeps them. */
  public void withdraw(Collection<UUID> ids) {
    var found = found(ids);
    var now = now();
    for (Waiver one : found) {
      if (one.stateAt(now).over()) {
        throw new Refused("exception", gone(one.stateAt(now)));
      }
    }
    rows.withdraw(ids, new Waiver.Withdrawal(Actor.current().label(), now));
    found.forEach(one -> record("exception.withdrawn", one, ""));
  }

  private static String gone(Waiver.State state) {
    return switch (state) {
      case REQUESTED, APPROVED -> "It has been approved already.";
      case REFUSED -> "It has been refused already.";
      case WITHDRAWN -> "It has been withdrawn already.";
      case EXPIRED -> "It has run out.";
    };
  }

  private List<Waiver> found(Collection<UUID> ids) {
    if (ids.isEmpty() || ids.size() > MOST) {
      throw new Refused("exception", "Choose 1 to " + MOST + " exceptions.");
    }
    var found = rows.locked(ids);
    if (found.size() < new HashSet<>(ids).size()) {
      throw new NotHere("exception");
    }
    return found;
  }

  private void record(String action, Waiver one, String detail) {
    audit.record(action, one.check() + " on " + one.subject() + " (" + one.id() + ")", detail);
  }

  private static UUID person() {
    return Actor.current().person().orElseThrow(() -> new Refused("exception", NOBODY));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static void demand(Draft draft, Instant now) {
    if (draft.findings().isEmpty() || draft.findings().size() > MOST) {
      throw new Refused("findings", "Choose 1 to " + MOST + " findings.");
    }
    demandText("reason", draft.reason(), 1);
    demandText("compensation", draft.compensation(), 0);
    if (!draft.expiresAt().isAfter(now)) {
      throw new Refused("expiresAt", "The end lies in the future.");
    }
    if (draft.expiresAt().isAfter(now.plus(LONGEST))) {
      throw new Refused("expiresAt", "An exception lasts for one year at most.");
    }
  }

  private static void demandText(String field, String text, int least) {
    int length = text.strip().length();
    if (length < least || length > LONGEST_TEXT || text.indexOf('\0') >= 0) {
      throw new Refused(field, "Write %d to %d characters.".formatted(least, LONGEST_TEXT));
    }
  }

  private void demandOpen(Set<UUID> wanted, List<Finding> open) {
    Set<UUID> rest = new HashSet<>(wanted);
    open.forEach(finding -> rest.remove(finding.id()));
    for (UUID id : rest) {
      if (findings.history(id).isEmpty()) {
        throw new NotHere("finding");
      }
      throw new Refused("findings", "Only what fails now can be accepted: this is mended or gone.");
    }
  }
}
