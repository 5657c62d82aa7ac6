package dev.plumbline.check.cel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins in which one side decides although the other fails, as CEL wants it; each step costs. */
final class Absorbing {

  private Absorbing() {}

  /** What was bound to a variable and failed; matters only when it is read. */
  record Failed(RuntimeException why) {}

  /** {@code a || b} when {@code decisive}, else {@code a && b}. */
  static Node both(Node left, Node right, boolean decisive) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        RuntimeException failed = null;
        try {
          if (left.test(slots) == decisive) {
            return decisive;
          }
        } catch (UnknownAnswer | EvaluationFailed | Retreat e) {
          failed = e;
        }
        return last(right, slots, decisive, failed);
      }
    };
  }

  private static boolean last(
      Node right, Object[] slots, boolean decisive, @Nullable RuntimeException failed) {
    try {
      if (right.test(slots) == decisive) {
        return decisive;
      }
    } catch (UnknownAnswer | EvaluationFailed | Retreat e) {
      throw graver(failed, e);
    }
    if (failed != null) {
      throw failed;
    }
    return !decisive;
  }

  /** What is unknown outweighs what is an error. */
  private static RuntimeException graver(@Nullable RuntimeException one, RuntimeException other) {
    return one == null || other instanceof UnknownAnswer && !(one instanceof UnknownAnswer)
        ? other
        : one;
  }

  /** {@code exists} when {@code wanted}, else {@code all}. */
  static Node quantify(Node range, int slot, Node condition, boolean wanted) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        RuntimeException failed = null;
        for (Object one : elements(range.eval(slots))) {
          Metered.meter(slots).tick(1);
          slots[slot] = one;
          try {
            if (condition.test(slots) == wanted) {
              return wanted;
            }
          } catch (UnknownAnswer | EvaluationFailed | Retreat e) {
            failed = graver(failed, e);
          }
        }
        if (failed != null) {
          throw failed;
        }
        return !wanted;
      }
    };
  }

  /** {@code range.filter(x, condition).map(x, element)}; either part may be left out. */
  static Node collect(Node range, int slot, Node condition, Node element) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        var found = new ArrayList<Object>(4);
        for (Object one : elements(range.eval(slots))) {
          Metered.meter(slots).tick(1);
          slots[slot] = one;
          if (condition.test(slots)) {
            found.add(element.eval(slots));
          }
        }
        return found;
      }
    };
  }

  /** {@code cel.bind(x, value, body)}. */
  static Node bind(int slot, Node value, Node body) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        try {
          slots[slot] = value.eval(slots);
        } catch (UnknownAnswer | EvaluationFailed | Retreat e) {
          slots[slot] = new Failed(e);
        }
        return body.eval(slots);
      }
    };
  }

  private static Collection<?> elements(Object range) {
    return switch (range) {
      case List<?> list -> list;
      case Map<?, ?> map -> map.keySet();
      default -> throw Retreat.NOW;
    };
  }
}
