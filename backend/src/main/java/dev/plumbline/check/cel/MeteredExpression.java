package dev.plumbline.check.cel;

import java.util.Map;

/** A compiled expression whose steps are counted. */
record MeteredExpression(Node root, String[] names, int[] places, int slots, Meter meter)
    implements Expression {

  @Override
  public Expression within(Meter other) {
    return new MeteredExpression(root, names, places, slots, other);
  }

  @Override
  public Object evaluate(Map<String, Object> variables) {
    meter.begin();
    Object[] values = new Object[slots];
    values[0] = meter;
    for (int i = 0; i < names.length; i++) {
      Object value = variables.get(names[i]);
      values[places[i]] =
          value == null
              ? new Absorbing.Failed(new EvaluationFailed(names[i] + " is not known here"))
              : value;
    }
    return evaluate(values);
  }

  private Object evaluate(Object[] values) {
    try {
      return root.eval(values);
    } catch (Retreat e) {
      throw new EvaluationFailed("a value is of another type than expected");
    } catch (CostExceeded e) {
      throw new EvaluationFailed("cost limit: the expression takes too many steps");
    }
  }
}
