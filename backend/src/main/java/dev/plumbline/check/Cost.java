package dev.plumbline.check;

/**
 * What the expressions of a check took.
 *
 * @param steps in all; a step is one node evaluated, one element of a list, or sixteen characters
 * @param allowed steps that it may take in all
 * @param most of them for one evaluation over one object
 * @param allowedEach steps that one evaluation over one object may take
 */
public record Cost(long steps, long allowed, long most, long allowedEach) {

  /** For one evaluation over one object. */
  public static final long EACH = 2_000_000;

  /** For one check over one snapshot. */
  public static final long CHECK = 50_000_000;

  /** For one check over its own fixtures. */
  public static final long FIXTURES = 5_000_000;

  /** Of one check over one snapshot. */
  public static Cost overSnapshot(long steps, long most) {
    return new Cost(steps, CHECK, most, EACH);
  }

  /** Of one check over its own fixtures. */
  public static Cost overFixtures(long steps, long most) {
    return new Cost(steps, FIXTURES, most, EACH);
  }
}
