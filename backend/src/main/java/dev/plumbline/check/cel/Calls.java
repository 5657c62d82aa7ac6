package dev.plumbline.check.cel;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Texts, numbers and lists. */
final class Calls {

  private static final int FEW = 12;

  private Calls() {}

  /** A function of evaluated arguments. */
  interface One {
    Object of(Object value);
  }

  /** A function of evaluated arguments. */
  interface Two {
    Object of(Object left, Object right);
  }

  static Node one(Node argument, One function) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        return function.of(argument.eval(slots));
      }

      @Override
      void write(Assembly to) {
        to.constant(function, One.class);
        argument.write(to);
        to.send(One.class, "of", Object.class, Object.class);
      }
    };
  }

  static Node two(Node left, Node right, Two function) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        return function.of(left.eval(slots), right.eval(slots));
      }

      @Override
      void write(Assembly to) {
        to.constant(function, Two.class);
        left.write(to);
        right.write(to);
        to.send(Two.class, "of", Object.class, Object.class, Object.class);
      }
    };
  }

  static Object plus(Object left, Object right) {
    if (left instanceof String one && right instanceof String other) {
      return one.concat(other);
    }
    if (left instanceof Long one && right instanceof Long other) {
      return exact(one + other, ((one ^ (one + other)) & (other ^ (one + other))) < 0);
    }
    if (left instanceof List<?> one && right instanceof List<?> other) {
      return joined(one, other);
    }
    throw Retreat.NOW;
  }

  private static Object exact(long value, boolean overflow) {
    if (overflow) {
      throw Retreat.NOW;
    }
    return value;
  }

  private static List<?> joined(List<?> one, List<?> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    var all = new ArrayList<Object>(one.size() + other.size());
    all.addAll(one);
    all.addAll(other);
    return all;
  }

  static Object size(Object value) {
    return switch (value) {
      case String text -> (long) text.codePointCount(0, text.length());
      case List<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      default -> throw Retreat.NOW;
    };
  }

  static Object string(Object value) {
    return switch (value) {
      case String text -> text;
      case Long whole -> whole.toString();
      default -> throw Retreat.NOW;
    };
  }

  /** One level, as {@code flatten()} does. */
  static Object flatten(Object value) {
    var flat = new ArrayList<Object>();
    for (Object one : list(value)) {
      if (one instanceof List<?> inner) {
        flat.addAll(inner);
      } else {
        flat.add(one);
      }
    }
    return flat;
  }

  static Object join(Object value, Object separator) {
    var texts = new ArrayList<String>();
    list(value).forEach(one -> texts.add(text(one)));
    return String.join(text(separator), texts);
  }

  /** As they came, each text once. */
  static Object distinct(Object value) {
    List<?> all = list(value);
    return all.size() > FEW ? distinctOfMany(all) : distinctOfFew(all);
  }

  private static List<?> distinctOfMany(List<?> all) {
    var texts = new LinkedHashSet<String>();
    all.forEach(one -> texts.add(text(one)));
    return List.copyOf(texts);
  }

  /** Comparing few is quicker than hashing them. */
  private static List<?> distinctOfFew(List<?> all) {
    var texts = new ArrayList<String>(all.size());
    for (Object one : all) {
      String text = text(one);
      if (!texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  static Object split(Object value, Object separator) {
    if (text(separator).isEmpty()) {
      throw Retreat.NOW;
    }
    return Splitter.on(text(separator)).splitToList(text(value));
  }

  static Object substring(Object value, Object from) {
    String text = text(value);
    if (from instanceof Long start
        && start >= 0
        && start <= text.length()
        && text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text.substring(start.intValue());
    }
    throw Retreat.NOW;
  }

  /** {@code matches} with a pattern known when compiling. */
  static One matches(String pattern, Answers answers) {
    var matches = new Matches(pattern, answers);
    return value -> matches.of(text(value));
  }

  /** ASCII letters only: others have no case here. */
  static Object lowerAscii(Object value) {
    String text = text(value);
    int at = 0;
    while (at < text.length() && !upper(text.charAt(at))) {
      at++;
    }
    return at == text.length() ? text : lower(text, at);
  }

  private static boolean upper(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  private static String lower(String text, int from) {
    char[] letters = text.toCharArray();
    for (int i = from; i < letters.length; i++) {
      letters[i] = upper(letters[i]) ? (char) (letters[i] + ('a' - 'A')) : letters[i];
    }
    return new String(letters);
  }

  static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw Retreat.NOW;
  }

  private static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw Retreat.NOW;
  }
}
