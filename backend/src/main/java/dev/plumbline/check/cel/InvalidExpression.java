package dev.plumbline.check.cel;

/** An expression that does not compile; says line and column. */
public final class InvalidExpression extends RuntimeException {

  public InvalidExpression(String message) {
    super(message);
  }
}
