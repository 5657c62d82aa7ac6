package dev.plumbline.check.cel;

import dev.plumbline.inventory.FieldMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading fields, keys and elements. */
final class Selections {

  private Selections() {}

  /** {@code a.b} where a is there. */
  static Node field(Node operand, String name) {
    return new Field(operand, name);
  }

  /** A field that must be there. */
  static final class Field extends Node {

    private final Node operand;
    private final String name;

    private Field(Node operand, String name) {
      this.operand = operand;
      this.name = name;
    }

    Node operand() {
      return operand;
    }

    String name() {
      return name;
    }

    @Override
    Object eval(Object[] slots) {
      return there(get(value(operand, slots), name));
    }

    @Override
    void write(Assembly to) {
      if (to.known(operand, name) == 0) {
        operand.write(to);
        writeGet(name, to);
      }
      to.call(Selections.class, "there", Object.class, Object.class);
    }
  }

  /** {@code a.?b}, and {@code .b} after an optional. */
  static Node optional(Node operand, boolean chained, String name) {
    if (!chained) {
      return new Path(operand, new String[] {name});
    }
    return operand instanceof Path path ? path.then(name) : after(operand, name);
  }

  private static Node after(Node operand, String name) {
    return new Node.Maybe() {
      @Override
      @Nullable Object find(Object[] slots) {
        Object from = operand.find(slots);
        return from == null ? null : get(from, name);
      }

      @Override
      void writeFind(Assembly to) {
        operand.writeFind(to);
        to.ifThere(() -> writeGet(name, to));
      }
    };
  }

  /** {@code has(a.b)}. */
  static Node present(Node operand, boolean chained, String name) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return has(chained ? operand.find(slots) : operand.eval(slots), name);
      }

      @Override
      void writeTest(Assembly to) {
        writeFrom(operand, chained, to);
        to.text(name);
        to.call(Selections.class, "has", boolean.class, Object.class, String.class);
      }
    };
  }

  /** {@code a[b]}. */
  static Node element(Node operand, Node key) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        return there(at(operand.eval(slots), key.eval(slots)));
      }

      @Override
      void write(Assembly to) {
        operand.write(to);
        writeAt(key, to);
        to.call(Selections.class, "there", Object.class, Object.class);
      }
    };
  }

  /** {@code a[?b]}, and {@code [b]} after an optional. */
  static Node optionalElement(Node operand, boolean chained, Node key) {
    return new Node.Maybe() {
      @Override
      @Nullable Object find(Object[] slots) {
        Object from = chained ? operand.find(slots) : operand.eval(slots);
        return from == null ? null : at(from, key.eval(slots));
      }

      @Override
      void writeFind(Assembly to) {
        writeFrom(operand, chained, to);
        to.ifThere(() -> writeAt(key, to));
      }
    };
  }

  /** {@code a.orValue(b)}. */
  static Node orValue(Node optional, Node otherwise) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        Object value = optional.find(slots);
        return value == null ? otherwise.eval(slots) : value;
      }

      @Override
      void write(Assembly to) {
        optional.writeFind(to);
        to.ifNull(() -> otherwise.write(to));
      }
    };
  }

  /** {@code a.or(b)}, both optional. */
  static Node or(Node optional, Node otherwise) {
    return new Node.Maybe() {
      @Override
      @Nullable Object find(Object[] slots) {
        Object value = optional.find(slots);
        return value == null ? otherwise.find(slots) : value;
      }

      @Override
      void writeFind(Assembly to) {
        optional.writeFind(to);
        to.ifNull(() -> otherwise.writeFind(to));
      }
    };
  }

  static Node hasValue(Node optional) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return optional.find(slots) != null;
      }

      @Override
      void writeTest(Assembly to) {
        optional.writeFind(to);
        to.isThere();
      }
    };
  }

  /** {@code optional.of(a)}. */
  static Node of(Node value) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        return Optional.of(value.eval(slots));
      }

      @Override
      void write(Assembly to) {
        value.write(to);
        to.call(Optional.class, "of", Optional.class, Object.class);
      }
    };
  }

  /** {@code type(a) == string} and its kin. */
  static Node is(Node value, Class<?> type) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return isA(type, value.eval(slots));
      }

      @Override
      void writeTest(Assembly to) {
        to.constant(type, Class.class);
        value.write(to);
        to.call(Selections.class, "isA", boolean.class, Class.class, Object.class);
      }
    };
  }

  /** A field of a map; a class is told sooner than an interface, and most are of two. */
  static @Nullable Object get(Object from, String name) {
    if (from instanceof FieldMap map) {
      return map.of(name);
    }
    return from instanceof HashMap<?, ?> map ? map.get(name) : map(from).get(name);
  }

  static void writeGet(String name, Assembly to) {
    to.text(name);
    to.call(Selections.class, "get", Object.class, Object.class, String.class);
  }

  private static void writeAt(Node key, Assembly to) {
    key.write(to);
    to.call(Selections.class, "at", Object.class, Object.class, Object.class);
  }

  private static void writeFrom(Node operand, boolean chained, Assembly to) {
    if (chained) {
      operand.writeFind(to);
    } else {
      operand.write(to);
    }
  }

  static boolean isA(Class<?> type, Object value) {
    if (value instanceof Optional<?>) {
      throw Retreat.NOW;
    }
    return type.isInstance(value);
  }

  static Object there(@Nullable Object value) {
    if (value == null) {
      throw Retreat.NOW;
    }
    return value;
  }

  static boolean has(@Nullable Object from, String name) {
    return from != null && map(from).containsKey(name);
  }

  private static Map<?, ?> map(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw Retreat.NOW;
  }

  static @Nullable Object at(Object from, Object key) {
    if (from instanceof List<?> list && key instanceof Long index) {
      return index >= 0 && index < list.size() ? list.get(index.intValue()) : null;
    }
    if (key instanceof String) {
      return map(from).get(key);
    }
    throw Retreat.NOW;
  }
}
