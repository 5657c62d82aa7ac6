package dev.plumbline.inventory.fact.admission.cel;

import java.util.List;

/** An expression's own error, such as a field that is absent. */
public final class Failed extends RuntimeException {

  private static final long serialVersionUID = 1;

  Failed(String why) {
    super(why, null, false, false);
  }

  static Failed noOverload(String function, List<?> arguments) {
    String types = String.join(", ", arguments.stream().map(Kinds::name).toList());
    return new Failed("no such overload: " + function + "(" + types + ")");
  }
}
