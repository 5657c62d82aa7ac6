package dev.plumbline.check;

/** How many objects passed, failed, were not concerned, could not be judged. */
public record Tally(int passed, int failed, int notApplicable, int unknown) {

  public static final Tally NONE = new Tally(0, 0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(
        passed + other.passed,
        failed + other.failed,
        notApplicable + other.notApplicable,
        unknown + other.unknown);
  }
}
