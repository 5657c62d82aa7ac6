package dev.plumbline.inventory.fact.admission.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of a pattern.
 *
 * @param type what is made of the key
 * @param field the field it is about
 */
record Anchor(Type type, String field) {

  /** What parentheses around a key, and the sign before them, mean. */
  enum Type {
    /** The field must be as its pattern says. */
    NONE,
    /** Only where the field is as its pattern says does the rest count. */
    CONDITION,
    /** The same for the whole rule, where there is such a field. */
    GLOBAL,
    /** Where there is such a field, it must be as its pattern says. */
    EQUALITY,
    /** Some element of the list must be as its pattern says. */
    EXISTENCE,
    /** There must be no such field. */
    NEGATION,
    /** Of rules that change objects; here a name like any other. */
    ADDITION
  }

  private static final Pattern FORM = Pattern.compile("([+<=X^])?\\((.+)\\)");

  static Anchor of(String key) {
    Matcher form = FORM.matcher(key.strip());
    if (!form.matches()) {
      return new Anchor(Type.NONE, key);
    }
    Type type =
        switch (form.group(1)) {
          case "<" -> Type.GLOBAL;
          case "=" -> Type.EQUALITY;
          case "^" -> Type.EXISTENCE;
          case "X" -> Type.NEGATION;
          case "+" -> Type.ADDITION;
          case null, default -> Type.CONDITION;
        };
    return type == Type.ADDITION ? new Anchor(type, key) : new Anchor(type, form.group(2));
  }

  /** Whether it is looked at before the fields next to it. */
  boolean first() {
    return switch (type) {
      case CONDITION, EQUALITY, EXISTENCE, NEGATION -> true;
      case NONE, GLOBAL, ADDITION -> false;
    };
  }
}
