package dev.plumbline.check;

/** How many objects passed, failed, were not concerned, could not be judged. */
public record Tally(int passed, int failed, int notApplicable, int unknown) {

  public static final Tally NONE = new Tally(0, 0, 0, 0);
  private static final Tally PASSED = new Tally(1, 0, 0, 0);
  private static final Tally FAILED = new Tally(0, 1, 0, 0);
  private static final Tally NOT_APPLICABLE = new Tally(0, 0, 1, 0);
  private static final Tally UNKNOWN = new Tally(0, 0, 0, 1);

  /** One outcome, counted. */
  public static Tally of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Pass pass -> PASSED;
      case Outcome.Fail fail -> FAILED;
      case Outcome.NotApplicable none -> NOT_APPLICABLE;
      case Outcome.Unknown unknown -> UNKNOWN;
    };
  }

  public Tally plus(Tally other) {
    return new Tally(
        passed + other.passed,
        failed + other.failed,
        notApplicable + other.notApplicable,
        unknown + other.unknown);
  }

  /** How many were judged, one way or the other. */
  public int judged() {
    return passed + failed;
  }

  /** How many the check concerns: judged, or not to be judged. */
  public int concerned() {
    return passed + failed + unknown;
  }
}
