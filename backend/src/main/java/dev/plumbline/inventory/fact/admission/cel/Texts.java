package dev.plumbline.inventory.fact.admission.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plumbline.inventory.fact.admission.cel.Functions.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/** Functions of texts, as Kubernetes and the strings library have them. */
final class Texts {

  static final Map<String, Function> ALL = new HashMap<>();

  static {
    test("contains", String::contains);
    test("startsWith", String::startsWith);
    test("endsWith", String::endsWith);
    ALL.put("matches", (given, meter) -> pattern(text(given, 1), given, meter).find());
    ALL.put("find", Texts::find);
    ALL.put("findAll", Texts::findAll);
    ALL.put("lowerAscii", (given, _) -> text(given, 0).toLowerCase(Locale.ROOT));
    ALL.put("upperAscii", (given, _) -> text(given, 0).toUpperCase(Locale.ROOT));
    ALL.put("trim", (given, _) -> text(given, 0).strip());
    ALL.put("charAt", (given, _) -> charAt(text(given, 0), number(given, 1)));
    ALL.put("substring", Texts::substring);
    ALL.put("replace", Texts::replace);
    ALL.put("split", Texts::split);
    ALL.put("join", Texts::join);
  }

  private Texts() {}

  private static void test(String name, BiPredicate<String, String> holds) {
    ALL.put(
        name,
        (given, meter) -> {
          meter.charge(text(given, 0).length() / 16);
          return holds.test(text(given, 0), text(given, 1));
        });
  }

  /** Letters beyond two bytes count as two here and as one there. */
  static String text(List<Object> given, int index) {
    if (index < given.size() && given.get(index) instanceof String text) {
      if (text.chars().anyMatch(letter -> letter > 127)) {
        throw new NotUnderstood("looks into texts beyond ASCII");
      }
      return text;
    }
    throw Failed.noOverload("text", given);
  }

  static long number(List<Object> given, int index) {
    if (given.get(index) instanceof Long number) {
      return number;
    }
    throw Failed.noOverload("number", given);
  }

  private static com.google.re2j.Matcher pattern(String regex, List<Object> given, Meter meter) {
    String text = text(given, 0);
    meter.charge(regex.length() + text.length() / 4);
    if (regex.length() > 1000) {
      throw new NotUnderstood("uses a longer pattern than is tried");
    }
    try {
      return Pattern.compile(regex).matcher(text);
    } catch (PatternSyntaxException e) {
      throw new Failed("no pattern: " + regex);
    }
  }

  private static Object find(List<Object> given, Meter meter) {
    var matcher = pattern(text(given, 1), given, meter);
    return matcher.find() ? matcher.group() : "";
  }

  private static Object findAll(List<Object> given, Meter meter) {
    long most = given.size() > 2 ? number(given, 2) : -1;
    var matcher = pattern(text(given, 1), given, meter);
    List<Object> found = new ArrayList<>();
    while ((most < 0 || found.size() < most) && matcher.find()) {
      meter.step();
      found.add(matcher.group());
    }
    return found;
  }

  private static String charAt(String text, long index) {
    if (index < 0 || index > text.length()) {
      throw new Failed("index out of range: " + index);
    }
    return index == text.length() ? "" : String.valueOf(text.charAt((int) index));
  }

  private static Object substring(List<Object> given, Meter meter) {
    String text = text(given, 0);
    long from = number(given, 1);
    long to = given.size() > 2 ? number(given, 2) : text.length();
    if (from < 0 || to > text.length() || from > to) {
      throw new Failed("index out of range: " + from + ", " + to);
    }
    return meter.text(text.substring((int) from, (int) to));
  }

  /** Where a text stands in another or, for lists, an element. */
  static long indexOf(String text, String part, long from) {
    if (from < 0 || from > text.length()) {
      throw new Failed("index out of range: " + from);
    }
    return text.indexOf(part, (int) from);
  }

  private static Object replace(List<Object> given, Meter meter) {
    String text = text(given, 0);
    String old = text(given, 1);
    String with = text(given, 2);
    long most = given.size() > 3 ? number(given, 3) : -1;
    if (old.isEmpty()) {
      throw new NotUnderstood("replaces the empty text");
    }
    var made = new StringBuilder();
    int at = 0;
    for (int next = text.indexOf(old); next >= 0 && most != 0; next = text.indexOf(old, at)) {
      made.append(text, at, next).append(with);
      at = next + old.length();
      most--;
      meter.charge(1 + with.length() / 16);
    }
    return meter.text(made.append(text, at, text.length()).toString());
  }

  private static Object split(List<Object> given, Meter meter) {
    String text = text(given, 0);
    String by = text(given, 1);
    long most = given.size() > 2 ? number(given, 2) : -1;
    if (by.isEmpty()) {
      throw new NotUnderstood("splits by the empty text");
    }
    if (most == 0) {
      return List.of();
    }
    List<Object> parts = new ArrayList<>();
    int at = 0;
    for (int next = text.indexOf(by); next >= 0 && parts.size() != most - 1; ) {
      parts.add(text.substring(at, next));
      at = next + by.length();
      next = text.indexOf(by, at);
      meter.step();
    }
    parts.add(text.substring(at));
    return parts;
  }

  private static Object join(List<Object> given, Meter meter) {
    if (!(given.get(0) instanceof List<?> parts)) {
      throw Failed.noOverload("join", given);
    }
    String by = given.size() > 1 ? text(given, 1) : "";
    List<String> texts = new ArrayList<>();
    for (Object part : parts) {
      if (!(part instanceof String text)) {
        throw Failed.noOverload("join", given);
      }
      texts.add(text);
      meter.charge(1 + (text.length() + by.length()) / 16);
    }
    return meter.text(String.join(by, texts));
  }
}
