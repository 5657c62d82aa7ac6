package dev.plumbline.check.cel;

import dev.plumbline.check.Cost;

/**
 * Counts the steps of expressions that customers wrote, and ends those that take too many. A step
 * is one node evaluated, one element of a list, or sixteen characters of a text.
 */
public final class Meter {

  /** For all own checks of an organisation over one snapshot. */
  public static final long ALL = 250_000_000;

  private final Purse purse;
  private final long most;
  private long total;
  private long current;
  private long highest;

  private Meter(Purse purse, long most) {
    this.purse = purse;
    this.most = most;
  }

  /** What the own checks of one evaluation share. */
  public static final class Purse {

    private long left = ALL;

    /** The meter of one check. */
    public Meter meter() {
      return new Meter(this, Cost.CHECK);
    }
  }

  /**
   * For one check alone.
   *
   * @param check steps that it may take in all
   */
  public static Meter of(long check) {
    return new Meter(new Purse(), check);
  }

  /** Steps taken so far. */
  public long total() {
    return total;
  }

  /** Steps of the evaluation that took the most so far. */
  public long highest() {
    return highest;
  }

  /** Whether the check, or all own checks together, may take no further step. */
  public boolean spent() {
    return total > most || purse.left < 0;
  }

  void begin() {
    current = 0;
  }

  void tick(long steps) {
    total += steps;
    current += steps;
    highest = Math.max(highest, current);
    purse.left -= steps;
    if (current > Cost.EACH || total > most || purse.left < 0) {
      throw CostExceeded.NOW;
    }
  }

  /** What reading a value takes. */
  void weigh(Object value) {
    if (value instanceof String text) {
      tick(text.length() >> 4);
    } else if (value instanceof java.util.List<?> list) {
      tick(list.size());
    }
  }
}
