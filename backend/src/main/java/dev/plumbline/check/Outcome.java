package dev.plumbline.check;

import java.util.List;

/** What one check says of one object. */
public sealed interface Outcome {

  /** Judged, and in order. */
  record Pass() implements Outcome {}

  /** Judged, and not in order; never without an offence. */
  record Fail(List<Offence> offences) implements Outcome {
    public Fail {
      if (offences.isEmpty()) {
        throw new IllegalArgumentException("a failure names at least one offence");
      }
      offences = List.copyOf(offences);
    }
  }

  /** Positive evidence that the check does not concern this object. */
  record NotApplicable(String reason) implements Outcome {}

  /** Could not be judged; never a pass. */
  record Unknown(Reason reason, String detail) implements Outcome {}

  /**
   * One offending part.
   *
   * @param injected seen only in running pods, not in the manifest's template
   */
  record Offence(String message, boolean injected) {}

  /** Why something could not be judged. */
  enum Reason {
    FORBIDDEN,
    TIMEOUT,
    TOO_LARGE,
    MALFORMED,
    GONE,
    STALE,
    UNSUPPORTED_VERSION,
    NOT_READ,
    NOT_COLLECTED,
    ERROR
  }
}
