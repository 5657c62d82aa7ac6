package dev.plumbline.check.cel;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Variables, and what expressions about them share, read when the first of them asks. */
final class Gathered extends AbstractMap<String, Object> {

  private final Map<String, Object> variables;
  private final Shares shares;
  private Object @Nullable [] slots;
  private boolean odd;

  Gathered(Map<String, Object> variables, Shares shares) {
    this.variables = variables;
    this.shares = shares;
  }

  /** What written code reads; null where each expression is to find by itself what is odd. */
  static Object @Nullable [] slots(Map<String, Object> variables) {
    return switch (variables) {
      case Gathered gathered -> gathered.slots();
      case WithOffender more when more.variables() instanceof Gathered gathered ->
          gathered.slots(more.offender());
      default -> null;
    };
  }

  private Object @Nullable [] slots() {
    if (slots == null && !odd) {
      try {
        slots = shares.read(variables);
      } catch (Retreat | UnknownAnswer | EvaluationFailed e) {
        odd = true;
      }
    }
    return slots;
  }

  private Object @Nullable [] slots(Object offender) {
    Object[] all = slots();
    if (all != null) {
      all[Shares.OFFENDER] = offender;
    }
    return all;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return variables.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return variables.containsKey(name);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return variables.entrySet();
  }
}
