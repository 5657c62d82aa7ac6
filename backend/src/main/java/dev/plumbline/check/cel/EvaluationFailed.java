package dev.plumbline.check.cel;

/** An expression without a result: a type that does not fit, a key that is absent. */
public final class EvaluationFailed extends RuntimeException {

  public EvaluationFailed(String message) {
    super(message, null, false, false);
  }
}
