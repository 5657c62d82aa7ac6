package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions of texts. */
final class TextFunctions {

  private TextFunctions() {}

  static void add() {
    Functions.add("starts_with", 2, (given, _) -> given.text(0).startsWith(given.text(1)));
    Functions.add("ends_with", 2, (given, _) -> given.text(0).endsWith(given.text(1)));
    Functions.add("equal_fold", 2, (given, _) -> given.text(0).equalsIgnoreCase(given.text(1)));
    Functions.add(
        "compare", 2, (given, _) -> Integer.signum(given.text(0).compareTo(given.text(1))));
    Functions.add("to_boolean", 1, (given, _) -> truth(given));
    Functions.add("to_string", 1, (given, walk) -> Values.written(given.any(0), walk.meter()));
    Functions.add("parse_json", 1, (given, walk) -> Json.read(walk.meter().text(given.text(0))));
    Functions.add("type", 1, (given, _) -> type(given.any(0)));
    one("to_upper", text -> text.toUpperCase(Locale.ROOT));
    one("to_lower", text -> text.toLowerCase(Locale.ROOT));
    one("base64_encode", TextFunctions::encoded);
    one("base64_decode", TextFunctions::decoded);
    Functions.add("trim", 2, TextFunctions::trimmed);
    Functions.add("trim_prefix", 2, (given, _) -> withoutPrefix(given));
    Functions.add("split", 2, (given, walk) -> split(given, walk));
    Functions.add("join", 2, (given, walk) -> joined(given, walk));
    Functions.add("replace", 4, (given, walk) -> replaced(given, walk, (long) given.number(3)));
    Functions.add("replace_all", 3, (given, walk) -> replaced(given, walk, -1));
  }

  private static void one(String name, UnaryOperator<String> function) {
    Functions.add(name, 1, (given, walk) -> walk.meter().text(function.apply(given.text(0))));
  }

  private static Object withoutPrefix(Arguments given) {
    boolean there = given.text(0).startsWith(given.text(1));
    return there ? given.text(0).substring(given.text(1).length()) : given.text(0);
  }

  private static Object truth(Arguments given) {
    return switch (given.text(0).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw given.wrong(0, "true or false");
    };
  }

  private static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean _ -> "boolean";
      case String _ -> "string";
      case List<?> _ -> "array";
      case Map<?, ?> _ -> "object";
      case Integer _ -> throw new Failed("unknown type");
      default -> "number";
    };
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Failed("base64_decode is given something else");
    }
  }

  private static Object trimmed(Arguments given, Walk walk) {
    String text = given.text(0);
    String letters = given.text(1);
    walk.meter().charge((long) text.length() * letters.length() / 64);
    int from = 0;
    int to = text.length();
    while (from < to && letters.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (from < to && letters.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  private static Object split(Arguments given, Walk walk) {
    String text = given.text(0);
    String by = given.text(1);
    if (by.isEmpty()) {
      throw new NotUnderstood("splits by the empty text");
    }
    List<Object> parts = new ArrayList<>();
    int at = 0;
    for (int next = text.indexOf(by); next >= 0; next = text.indexOf(by, at)) {
      walk.meter().step();
      parts.add(text.substring(at, next));
      at = next + by.length();
    }
    parts.add(text.substring(at));
    return parts;
  }

  private static Object joined(Arguments given, Walk walk) {
    List<String> parts = new ArrayList<>();
    for (Object part : given.list(1)) {
      if (!(part instanceof String text)) {
        throw given.wrong(1, "a list of texts");
      }
      walk.meter().charge(1 + (text.length() + given.text(0).length()) / 16);
      parts.add(text);
    }
    return walk.meter().text(String.join(given.text(0), parts));
  }

  private static Object replaced(Arguments given, Walk walk, long most) {
    String text = given.text(0);
    String old = given.text(1);
    if (old.isEmpty()) {
      throw new NotUnderstood("replaces the empty text");
    }
    var made = new StringBuilder();
    long left = most;
    int at = 0;
    for (int next = text.indexOf(old); next >= 0 && left != 0; next = text.indexOf(old, at)) {
      walk.meter().charge(1 + given.text(2).length() / 16);
      made.append(text, at, next).append(given.text(2));
      at = next + old.length();
      left--;
    }
    return walk.meter().text(made.append(text, at, text.length()).toString());
  }
}
