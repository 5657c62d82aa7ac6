package dev.plumbline.inventory.fact.admission.cel;

/** Counts the steps of evaluating, and stops what takes too many. */
public final class Meter {

  private static final int LONGEST_TEXT = 65_536;
  private static final int DEEPEST = 300;
  private static final int STEPS_AT_ONCE = 50_000;

  private static final int STEPS_OF_POLICY = 10_000_000;

  private long total;
  private long policy = STEPS_OF_POLICY;
  private long now = STEPS_AT_ONCE;
  private int depth;

  /**
   * A meter for all evaluations of one snapshot.
   *
   * @param total steps that all of them may take together
   */
  public Meter(long total) {
    this.total = total;
  }

  /** Begins a new policy, which may take 10 million steps of its own. */
  public void beginPolicy() {
    policy = STEPS_OF_POLICY;
  }

  /** Begins a new evaluation, which may take 50,000 steps of its own. */
  public void begin() {
    now = STEPS_AT_ONCE;
    depth = 0;
  }

  /** Goes one level down into a value or an expression, which may not be deep. */
  public void down() {
    step();
    if (++depth > DEEPEST) {
      throw new NotUnderstood("nests deeper than is tried");
    }
  }

  /** Comes back from there. */
  public void up() {
    depth--;
  }

  /** Takes one step. */
  public void step() {
    charge(1);
  }

  /** Takes several steps. */
  public void charge(long steps) {
    now -= steps;
    policy -= steps;
    total -= steps;
    if (now < 0 || policy < 0) {
      throw new NotUnderstood("takes more steps than one policy is given");
    }
    if (total < 0) {
      throw new NotUnderstood("there are more policies than are tried at once");
    }
  }

  /** A text that was made, which may not be long. */
  public String text(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new NotUnderstood("makes longer texts than are tried");
    }
    charge(text.length() / 16);
    return text;
  }
}
