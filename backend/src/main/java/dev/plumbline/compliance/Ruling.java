package dev.plumbline.compliance;

import dev.plumbline.check.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule that makes a status of evidence and attestation. */
final class Ruling {

  private Ruling() {}

  /**
   * What counts towards a control: a regulation's is not failed by what is information only, unless
   * nothing that weighs was judged.
   */
  static List<Evidence> weighed(Framework.Type type, List<Evidence> evidence) {
    boolean weighty =
        evidence.stream()
            .filter(each -> each.severity() != Severity.INFO)
            .anyMatch(each ->
                each.state() == Evidence.State.PASSES || each.state() == Evidence.State.FAILS);
    return type == Framework.Type.REGULATION && weighty
        ? evidence.stream().map(each -> each.informs() ? each.noted() : each).toList()
        : evidence;
  }

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
