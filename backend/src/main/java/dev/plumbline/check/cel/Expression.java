package dev.plumbline.check.cel;

import java.util.Map;

/** A compiled expression; stateless. */
public interface Expression {

  /**
   * @param variables maps, lists, texts, {@link Long}, {@link Double}, {@link Boolean}; no nulls
   * @throws UnknownAnswer when the result depends on something that is not known
   * @throws EvaluationFailed when it has no result
   */
  Object evaluate(Map<String, Object> variables);

  /** The same, counting its steps; what is not metered stays as it is. */
  default Expression within(Meter meter) {
    return this;
  }
}
