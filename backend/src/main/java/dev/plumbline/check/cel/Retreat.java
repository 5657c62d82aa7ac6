package dev.plumbline.check.cel;

/** Thrown where compiled code meets what it does not cover: dev.cel then evaluates it all. */
final class Retreat extends RuntimeException {

  static final Retreat NOW = new Retreat();

  private Retreat() {
    super(null, null, false, false);
  }
}
