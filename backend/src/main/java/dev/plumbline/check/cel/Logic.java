package dev.plumbline.check.cel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Flags, choices and comparisons. */
final class Logic {

  private Logic() {}

  static Node and(Node left, Node right) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        try {
          return left.test(slots) && right.test(slots);
        } catch (UnknownAnswer unknown) {
          throw Retreat.NOW;
        }
      }
    };
  }

  static Node or(Node left, Node right) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        try {
          return left.test(slots) || right.test(slots);
        } catch (UnknownAnswer unknown) {
          throw Retreat.NOW;
        }
      }
    };
  }

  static Node not(Node node) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return !node.test(slots);
      }
    };
  }

  static Node choice(Node condition, Node then, Node otherwise) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        return condition.test(slots) ? then.eval(slots) : otherwise.eval(slots);
      }
    };
  }

  static Node equal(Node left, Node right, boolean wanted) {
    return right instanceof Node.Constant constant
            && constant.eval(new Object[0]) instanceof String text
        ? equal(left, text, wanted)
        : equals(left, right, wanted);
  }

  private static Node equal(Node left, String text, boolean wanted) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return Calls.text(left.eval(slots)).equals(text) == wanted;
      }
    };
  }

  private static Node equals(Node left, Node right, boolean wanted) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return equal(left.eval(slots), right.eval(slots)) == wanted;
      }
    };
  }

  static Node in(Node element, Node list) {
    if (list instanceof Node.Constant constant
        && constant.eval(new Object[0]) instanceof List<?> known
        && known.stream().allMatch(String.class::isInstance)) {
      return among(element, new HashSet<>(known));
    }
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return contains(list.eval(slots), element.eval(slots));
      }
    };
  }

  private static Node among(Node element, Set<?> texts) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        if (element.eval(slots) instanceof String text) {
          return texts.contains(text);
        }
        throw Retreat.NOW;
      }
    };
  }

  private static boolean contains(Object where, Object element) {
    if (where instanceof List<?> list) {
      for (Object one : list) {
        if (equal(one, element)) {
          return true;
        }
      }
      return false;
    }
    if (where instanceof Map<?, ?> map && element instanceof String) {
      return map.containsKey(element);
    }
    throw Retreat.NOW;
  }

  /**
   * Scalars of one type, lists, maps and optionals of them; anything else is dev.cel's to decide.
   */
  static boolean equal(Object left, Object right) {
    if (left instanceof String && right instanceof String
        || left instanceof Long && right instanceof Long
        || left instanceof Boolean && right instanceof Boolean) {
      return left.equals(right);
    }
    if (left instanceof List<?> one && right instanceof List<?> other) {
      return equalLists(one, other);
    }
    if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
      return equalMaps(one, other);
    }
    if (left instanceof Optional<?> && right instanceof Optional<?>) {
      return left.equals(right);
    }
    throw Retreat.NOW;
  }

  private static boolean equalLists(List<?> one, List<?> other) {
    boolean equal = one.size() == other.size();
    for (int i = 0; equal && i < one.size(); i++) {
      equal = equal(one.get(i), other.get(i));
    }
    return equal;
  }

  private static boolean equalMaps(Map<?, ?> one, Map<?, ?> other) {
    boolean equal = one.size() == other.size();
    for (var entries = one.entrySet().iterator(); equal && entries.hasNext(); ) {
      var entry = entries.next();
      Object value = other.get(entry.getKey());
      equal = value != null && equal(entry.getValue(), value);
    }
    return equal;
  }
}
