package dev.plumbline.inventory.fact.reach;

/**
 * On which ports connections are let through.
 *
 * @param certain whatever is not understood may mean
 * @param possible by some reading of what is not understood, or for some addresses of many; all of
 *     {@code certain} among them
 */
public record Verdict(Ports certain, Ports possible) {

  static final Verdict ALL = new Verdict(Ports.ALL, Ports.ALL);
  static final Verdict NONE = new Verdict(Ports.NONE, Ports.NONE);

  /** What both let through. */
  public Verdict and(Verdict other) {
    return new Verdict(certain.and(other.certain), possible.and(other.possible));
  }

  /** What either lets through. */
  public Verdict or(Verdict other) {
    return new Verdict(certain.or(other.certain), possible.or(other.possible));
  }

  /** The same where nothing but these ports is asked for. */
  public Verdict on(Ports ports) {
    return new Verdict(certain.and(ports), possible.and(ports));
  }

  /** On some ports {@code then} holds instead. */
  Verdict except(Ports ports, Verdict then) {
    return new Verdict(
        certain.minus(ports).or(then.certain.and(ports)),
        possible.minus(ports).or(then.possible.and(ports)));
  }

  /** Either of two, not known which. */
  Verdict eitherOr(Verdict other) {
    return new Verdict(certain.and(other.certain), possible.or(other.possible));
  }

  public boolean open() {
    return !certain.isEmpty();
  }

  public boolean closed() {
    return possible.isEmpty();
  }
}
