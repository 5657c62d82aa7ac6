package dev.plumbline.compliance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule that makes a status of evidence and attestation. */
final class Ruling {

  private Ruling() {}

  /** Takes what a person said: ATTESTED or EXPIRED, null when nobody said anything. */
  static ControlStatus of(ControlKind kind, List<Evidence> evidence, @Nullable ControlStatus said) {
    return switch (kind) {
      case EVIDENCE, PARTIAL -> judged(evidence, said);
      case NODE_ONLY ->
          evidence.isEmpty() ? otherwise(said, ControlStatus.UNKNOWN) : judged(evidence, said);
      case MANUAL -> otherwise(said, ControlStatus.OPEN);
      case PROVIDER -> otherwise(said, ControlStatus.PROVIDER);
      case NOT_IN_CLUSTER -> otherwise(said, ControlStatus.NOT_IN_CLUSTER);
    };
  }

  /** Whether a person must show something. */
  static boolean asks(Control control, ControlKind kind, List<Evidence> evidence) {
    boolean person = kind == ControlKind.MANUAL || any(evidence, Evidence.State.ASKED);
    return person || !control.ask().isEmpty();
  }

  private static ControlStatus judged(List<Evidence> evidence, @Nullable ControlStatus said) {
    if (any(evidence, Evidence.State.FAILS)) {
      return ControlStatus.FAIL;
    }
    if (evidence.isEmpty() || any(evidence, Evidence.State.NOT_JUDGED)) {
      return ControlStatus.UNKNOWN;
    }
    if (any(evidence, Evidence.State.PASSES)) {
      return ControlStatus.PASS;
    }
    boolean person = any(evidence, Evidence.State.ASKED);
    return person ? otherwise(said, ControlStatus.OPEN) : ControlStatus.NOT_APPLICABLE;
  }

  private static ControlStatus otherwise(@Nullable ControlStatus said, ControlStatus otherwise) {
    return said == null ? otherwise : said;
  }

  private static boolean any(List<Evidence> evidence, Evidence.State state) {
    return evidence.stream().anyMatch(each -> each.state() == state);
  }
}
