package dev.plumbline.check.cel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the macros over lists do; over a map they run over its keys. */
final class Loops {

  private Loops() {}

  /** {@code range.filter(x, condition).map(x, element)}; either part may be left out. */
  static Node collect(Node range, int slot, Node condition, Node element) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        List<Object> found = null;
        for (Object one : elements(range.eval(slots))) {
          slots[slot] = one;
          if (condition.test(slots)) {
            found = found == null ? new ArrayList<>(4) : found;
            found.add(element.eval(slots));
          }
        }
        return found == null ? List.of() : found;
      }
    };
  }

  /** {@code exists} when {@code wanted}, else {@code all}. */
  static Node quantify(Node range, int slot, Node condition, boolean wanted) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        try {
          for (Object one : elements(range.eval(slots))) {
            slots[slot] = one;
            if (condition.test(slots) == wanted) {
              return wanted;
            }
          }
          return !wanted;
        } catch (UnknownAnswer unknown) {
          throw Retreat.NOW;
        }
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
        } catch (UnknownAnswer unknown) {
          throw Retreat.NOW;
        }
        return body.eval(slots);
      }
    };
  }

  private static Collection<?> elements(Object range) {
    if (range instanceof List<?> list) {
      return list;
    }
    if (range instanceof Map<?, ?> map) {
      return map.keySet();
    }
    throw Retreat.NOW;
  }
}
