package dev.plumbline.check.cel;

import org.jspecify.annotations.Nullable;

/** An expression, or a part of one, that only dev.cel evaluates. */
final class Unsupported extends Exception {

  private final long expr;

  Unsupported(String what) {
    this(what, 0);
  }

  private Unsupported(@Nullable String what, long expr) {
    super(what, null, false, false);
    this.expr = expr;
  }

  /** The same, said of an expression unless it was said of one within. */
  Unsupported at(long outer) {
    return expr == 0 ? new Unsupported(getMessage(), outer) : this;
  }

  /** Number of the expression in its tree, 0 when not known. */
  long expr() {
    return expr;
  }
}
