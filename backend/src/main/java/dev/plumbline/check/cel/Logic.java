package dev.plumbline.check.cel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

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

      @Override
      void writeTest(Assembly to) {
        to.guarded(() -> {
          left.writeTest(to);
          to.choice(() -> right.writeTest(to), () -> to.flag(false));
        });
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

      @Override
      void writeTest(Assembly to) {
        to.guarded(() -> {
          left.writeTest(to);
          to.choice(() -> to.flag(true), () -> right.writeTest(to));
        });
      }
    };
  }

  static Node not(Node node) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return !node.test(slots);
      }

      @Override
      void writeTest(Assembly to) {
        node.writeTest(to);
        to.not();
      }
    };
  }

  static Node choice(Node condition, Node then, Node otherwise) {
    return new Choice(condition, then, otherwise);
  }

  /** {@code a ? b : c}. */
  static final class Choice extends Node {

    private final Node condition;
    private final Node then;
    private final Node otherwise;

    private Choice(Node condition, Node then, Node otherwise) {
      this.condition = condition;
      this.then = then;
      this.otherwise = otherwise;
    }

    /** The same, something done to both results. */
    Node inEach(UnaryOperator<Node> done) {
      return new Choice(condition, done.apply(then), done.apply(otherwise));
    }

    @Override
    Object eval(Object[] slots) {
      return condition.test(slots) ? then.eval(slots) : otherwise.eval(slots);
    }

    @Override
    void write(Assembly to) {
      condition.writeTest(to);
      to.choice(() -> then.write(to), () -> otherwise.write(to));
    }

    @Override
    void writeTest(Assembly to) {
      condition.writeTest(to);
      to.choice(() -> then.writeTest(to), () -> otherwise.writeTest(to));
    }
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

      @Override
      void writeTest(Assembly to) {
        left.write(to);
        to.text(text);
        to.call(Logic.class, "is", boolean.class, Object.class, String.class);
        to.flag(!wanted);
        to.either();
      }
    };
  }

  private static Node equals(Node left, Node right, boolean wanted) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return equal(left.eval(slots), right.eval(slots)) == wanted;
      }

      @Override
      void writeTest(Assembly to) {
        left.write(to);
        right.write(to);
        to.call(Logic.class, "equal", boolean.class, Object.class, Object.class);
        to.flag(!wanted);
        to.either();
      }
    };
  }

  static Node in(Node element, Node list) {
    if (list instanceof Node.Constant constant
        && constant.eval(new Object[0]) instanceof List<?> known
        && known.stream().allMatch(String.class::isInstance)) {
      return among(element, Set.copyOf(known));
    }
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return contains(list.eval(slots), element.eval(slots));
      }

      @Override
      void writeTest(Assembly to) {
        list.write(to);
        element.write(to);
        to.call(Logic.class, "contains", boolean.class, Object.class, Object.class);
      }
    };
  }

  private static Node among(Node element, Set<?> texts) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return texts.contains(Calls.text(element.eval(slots)));
      }

      @Override
      void writeTest(Assembly to) {
        to.constant(texts, Set.class);
        element.write(to);
        to.call(Logic.class, "among", boolean.class, Set.class, Object.class);
      }
    };
  }

  static boolean among(Set<?> texts, Object value) {
    return texts.contains(Calls.text(value));
  }

  static boolean is(Object value, String text) {
    return Calls.text(value).equals(text);
  }

  static boolean contains(Object where, Object element) {
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
