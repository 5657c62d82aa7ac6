package dev.plumbline.check.cel;

/** Thrown where an expression has taken more steps than it may; nothing absorbs it. */
final class CostExceeded extends RuntimeException {

  static final CostExceeded NOW = new CostExceeded();

  private CostExceeded() {
    super(null, null, false, false);
  }
}
