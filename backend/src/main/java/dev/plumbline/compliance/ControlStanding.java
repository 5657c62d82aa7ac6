package dev.plumbline.compliance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one control stands on one cluster.
 *
 * @param kind the kind in force there, which depends on who runs the control plane
 * @param ask OPEN, ATTESTED or EXPIRED for what a person must show; null when nothing is asked
 * @param attestation the one that holds longest, null when there is none
 * @param evidence everything it wants of the machine; on manual controls an aid only
 */
public record ControlStanding(
    Control control,
    ControlKind kind,
    ControlStatus status,
    @Nullable ControlStatus ask,
    @Nullable Attestation attestation,
    List<Evidence> evidence) {

  public ControlStanding {
    evidence = List.copyOf(evidence);
  }

  public int passed() {
    return count(Evidence.State.PASSES);
  }

  public int failed() {
    return count(Evidence.State.FAILS);
  }

  public int notJudged() {
    return count(Evidence.State.NOT_JUDGED);
  }

  /** What fails and is information only. */
  public int noted() {
    return count(Evidence.State.NOTED);
  }

  public int notApplicable() {
    return count(Evidence.State.NOT_APPLICABLE);
  }

  /** Nothing fails and something passes, but not everything was judged. */
  public boolean partlyJudged() {
    return status == ControlStatus.UNKNOWN && passed() > 0;
  }

  private int count(Evidence.State state) {
    return (int) evidence.stream().filter(each -> each.state() == state).count();
  }
}
