package dev.plumbline.web.pages.finding;

import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.finding.WaiverFilter;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.ExceptionMarks;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.security.Access;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The exceptions of one finding, and what the person may do about them. */
@Component
class Accepted {

  private final WaiverBook book;

  Accepted(WaiverBook book) {
    this.book = book;
  }

  /** Everything ever asked for, oldest first. */
  List<Waiver> all(UUID finding, Instant at) {
    return book.all(WaiverFilter.at(at).ofFinding(finding)).stream()
        .sorted(Comparator.comparing(Waiver::requestedAt))
        .toList();
  }

  /** The one in force that holds longest. */
  static Optional<Waiver> inForce(List<Waiver> waivers, Instant at) {
    return waivers.stream()
        .filter(one -> one.stateAt(at) == Waiver.State.APPROVED)
        .max(Comparator.comparing(Waiver::expiresAt));
  }

  /** Those that wait or are in force. */
  static List<FindingView.Waiver> shown(
      List<Waiver> waivers, Instant at, AsOf asOf, Access access) {
    boolean now = asOf.instant().isEmpty();
    return waivers.stream()
        .filter(one -> !one.stateAt(at).over())
        .map(one -> shown(one, one.stateAt(at), now, access))
        .toList();
  }

  private static FindingView.Waiver shown(
      Waiver one, Waiver.State state, boolean now, Access access) {
    boolean own = access.person().filter(each -> each.id().equals(one.requester())).isPresent();
    boolean waits = state == Waiver.State.REQUESTED;
    return new FindingView.Waiver(
        one.id().toString(),
        ExceptionMarks.of(state),
        one.reason(),
        one.compensation(),
        "Asked for by %s on %s, ends after %s."
            .formatted(one.requestedBy(), day(one.requestedAt()), ExceptionMarks.lastDay(one)),
        decided(one, own),
        now && waits && !own && access.may(Permission.APPROVE_EXCEPTION),
        now && access.may(Permission.TRIAGE));
  }

  private static String decided(Waiver one, boolean own) {
    return one.decision()
        .map(said ->
            "Approved by %s on %s.".formatted(said.by(), day(said.at()))
                + (said.note().isEmpty() ? "" : " " + said.note()))
        .orElse(
            own
                ? "You asked for it: somebody else decides."
                : "Who asked for it does not decide it.");
  }

  private static String day(Instant at) {
    return Format.day(at.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** The form to ask for one, null where that is not allowed or one waits already. */
  static FindingView.@Nullable Ask ask(
      boolean open, List<Waiver> waivers, Instant at, AsOf asOf, Access access, Typed typed) {
    boolean waits = waivers.stream().anyMatch(one -> one.stateAt(at) == Waiver.State.REQUESTED);
    boolean may = open && !waits && asOf.instant().isEmpty() && access.may(Permission.TRIAGE);
    return may
        ? new FindingView.Ask(
            inForce(waivers, at).isPresent(),
            ExceptionMarks.latest(at),
            typed.reason(),
            typed.compensation(),
            typed.until(),
            typed.problems())
        : null;
  }
}
