package dev.plumbline.web.pages;

import dev.plumbline.compliance.Attestation;
import dev.plumbline.compliance.ControlKind;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Counts;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import dev.plumbline.web.charts.Share;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the standing of controls is said. */
public final class ControlMarks {

  /** How a control is said that passes while something fails that is information only. */
  public static final String WITH_NOTES = "Supported by evidence, with notes";

  private ControlMarks() {}

  public static Mark of(ControlStatus status) {
    return switch (status) {
      case FAIL -> Mark.fail("Failing");
      case UNKNOWN -> Mark.unknown("Unknown");
      case EXPIRED -> new Mark(Mark.Kind.EXPIRED, "Expired");
      case OPEN -> new Mark(Mark.Kind.OPEN, "Open");
      case PASS -> Mark.pass("Supported by evidence");
      case ATTESTED -> new Mark(Mark.Kind.ATTESTED, "Attested");
      case PROVIDER -> new Mark(Mark.Kind.NOT_APPLICABLE, "The provider's duty");
      case NOT_APPLICABLE -> new Mark(Mark.Kind.NOT_APPLICABLE, "Not applicable");
      case NOT_IN_CLUSTER -> new Mark(Mark.Kind.NOT_APPLICABLE, "Nothing a cluster can show");
    };
  }

  /** The same, and whether something beside it is worth a look. */
  public static Mark of(FleetControl control) {
    return control.passesWithNotes() ? Mark.pass(WITH_NOTES) : of(control.status());
  }

  public static Mark of(Evidence.State state) {
    return switch (state) {
      case FAILS -> Mark.fail("Fails");
      case NOTED -> new Mark(Mark.Kind.NOT_APPLICABLE, "Noted: fails, information only");
      case PASSES -> Mark.pass("Passes");
      case NOT_JUDGED -> Mark.unknown("Not judged");
      case NOT_APPLICABLE -> new Mark(Mark.Kind.NOT_APPLICABLE, "Not applicable");
      case ASKED -> new Mark(Mark.Kind.OPEN, "Asked of people");
    };
  }

  /** What a person said, with its end; null when nothing is asked. */
  public static @Nullable Mark ask(FleetControl control) {
    ControlStatus ask = control.ask();
    return ask == null ? null : said(ask, nextEnd(control));
  }

  /** The mark of one attestation. */
  public static Mark said(ControlStatus status, Optional<Attestation> attestation) {
    String end =
        attestation
            .map(one -> Format.shortDay(one.expiresAt().atZone(ZoneOffset.UTC).toLocalDate()))
            .orElse("");
    return switch (status) {
      case ATTESTED -> new Mark(Mark.Kind.ATTESTED, "Attested to " + end);
      case EXPIRED -> new Mark(Mark.Kind.EXPIRED, "Expired " + end);
      default -> of(status);
    };
  }

  public static Share share(Counts counts) {
    long attested = counts.of(ControlStatus.ATTESTED);
    return new Share(
        counts.pass(),
        counts.fail(),
        counts.unknown(),
        attested,
        counts.manual() - attested,
        counts.total() - counts.machine() - counts.manual());
  }

  /** Who can answer a control, in words. */
  public static String kind(ControlKind kind) {
    return switch (kind) {
      case EVIDENCE -> "Evidence covers its technical core.";
      case PARTIAL -> "Evidence covers a part; the rest is asked.";
      case NODE_ONLY -> "It stands in files of a node, which no kubeconfig shows.";
      case MANUAL -> "A person must attest it.";
      case PROVIDER -> "The hosting provider's duty; a person's on own premises.";
      case NOT_IN_CLUSTER -> "It is answered by another system, place or contract.";
    };
  }

  private static Optional<Attestation> nextEnd(FleetControl control) {
    return control.clusters().stream()
        .flatMap(each -> Optional.ofNullable(each.attestation()).stream())
        .min(Comparator.comparing(Attestation::expiresAt));
  }
}
