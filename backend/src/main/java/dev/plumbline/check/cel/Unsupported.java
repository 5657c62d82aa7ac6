package dev.plumbline.check.cel;

/** An expression, or a part of one, that only dev.cel evaluates. */
final class Unsupported extends Exception {

  Unsupported(String what) {
    super(what, null, false, false);
  }
}
