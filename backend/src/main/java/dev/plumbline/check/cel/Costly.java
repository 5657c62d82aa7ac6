package dev.plumbline.check.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;

/** Functions that take more than their result weighs; paid before they run. */
final class Costly {

  private static final long LONGEST_PATTERN = 1000;
  private static final long MOST_REPEATED = 1000;
  private static final java.util.regex.Pattern REPEATED =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");
  private static final int MEMBER = 20;

  private Costly() {}

  static Node flatten(Node list) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        Object value = list.eval(slots);
        all(value).forEach(one -> Metered.meter(slots).weigh(one));
        return Calls.flatten(value);
      }
    };
  }

  static Node join(List<Node> arguments) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        Object value = arguments.get(0).eval(slots);
        Object separator = arguments.size() == 1 ? "" : arguments.get(1).eval(slots);
        all(value)
            .forEach(one -> {
              Metered.meter(slots).weigh(one);
              Metered.meter(slots).weigh(separator);
            });
        return Calls.join(value, separator);
      }
    };
  }

  static Node contains(Node text, Node part) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        String where = Calls.text(text.eval(slots));
        String what = Calls.text(part.eval(slots));
        Metered.meter(slots).tick((long) where.length() * what.length() >> 9);
        return where.contains(what);
      }
    };
  }

  /** A fact's own function. */
  static Node member(Node node) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        Metered.meter(slots).tick(MEMBER);
        return node.eval(slots);
      }
    };
  }

  /** Linear in the text, whatever the pattern: RE2. */
  static Node matches(Node text, Node pattern) throws Unsupported {
    if (!(pattern instanceof Node.Constant constant)
        || !(constant.eval(new Object[0]) instanceof String known)) {
      throw new Unsupported("a pattern that is not written out");
    }
    Pattern compiled = compiled(known);
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        String where = Calls.text(text.eval(slots));
        Metered.meter(slots).tick((long) where.length() * compiled.programSize() >> 3);
        return compiled.matcher(where).find();
      }
    };
  }

  private static Pattern compiled(String pattern) throws Unsupported {
    if (pattern.length() > LONGEST_PATTERN || repeated(pattern) > MOST_REPEATED) {
      throw new Unsupported("a pattern that repeats more than 1000 times or is that long");
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new Unsupported("this pattern: " + e.getDescription());
    }
  }

  /** How often the innermost part of a pattern could be repeated, were all repetitions nested. */
  private static double repeated(String pattern) {
    return REPEATED
        .matcher(pattern)
        .results()
        .mapToDouble(Costly::times)
        .reduce(1, (a, b) -> a * b);
  }

  private static double times(MatchResult repeated) {
    return Arrays.asList(repeated.group(1), repeated.group(2)).stream()
        .filter(number -> number != null && !number.isEmpty())
        .mapToDouble(Double::parseDouble)
        .max()
        .orElse(1);
  }

  private static List<?> all(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw Retreat.NOW;
  }
}
