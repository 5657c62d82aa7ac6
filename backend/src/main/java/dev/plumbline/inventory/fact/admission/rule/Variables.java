package dev.plumbline.inventory.fact.admission.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.jmespath.Failed;
import dev.plumbline.inventory.fact.admission.jmespath.JmesPath;
import dev.plumbline.inventory.fact.admission.jmespath.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts values in the place of variables such as {@code {{ request.object.spec }}}. */
final class Variables {

  private static final Pattern VARIABLE =
      Pattern.compile("(^|[^\\\\])(\\{\\{(?:\\{[^{}]*\\}|[^{}])*\\}\\})");
  private static final int MOST_PARSED = 1_000;

  private final Meter meter;
  private final boolean compares;
  private final Map<String, JmesPath> parsed = new LinkedHashMap<>();

  /**
   * Variables.
   *
   * @param compares whether their expressions compare numbers of the object
   */
  Variables(Meter meter, boolean compares) {
    this.meter = meter;
    this.compares = compares;
  }

  /**
   * What an expression finds, null for nothing.
   *
   * @throws Failed where Kyverno finds an error
   */
  @Nullable Object query(String text, Names names) {
    meter.charge(1 + text.length() / 16);
    String plain = text.strip();
    if (parsed.size() > MOST_PARSED) {
      parsed.clear();
    }
    return parsed.computeIfAbsent(plain, JmesPath::parse).search(names, meter, compares);
  }

  /** What any JSON finds within a value of its own. */
  @Nullable Object query(String text, @Nullable Object within) {
    meter.charge(1 + text.length() / 16);
    return JmesPath.parse(text.strip()).search(within, meter, compares);
  }

  /** The same document with values in the place of variables, in keys too. */
  @Nullable Object in(@Nullable Object document, Names names) {
    meter.step();
    return switch (document) {
      case String text -> text(text, names);
      case Map<?, ?> map -> map(map, names);
      case List<?> list -> list(list, names);
      case null -> null;
      default -> document;
    };
  }

  private Object map(Map<?, ?> map, Names names) {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      Object name = text(String.valueOf(key), names);
      if (name != null && !(name instanceof String)) {
        throw new NotUnderstood("makes a name of what is no text");
      }
      made.put(name instanceof String text ? text : String.valueOf(key), in(value, names));
    });
    return made;
  }

  private Object list(List<?> list, Names names) {
    List<@Nullable Object> made = new ArrayList<>();
    list.forEach(one -> made.add(in(one, names)));
    return made;
  }

  /** A text that is one variable becomes its value, of whatever type; else all become texts. */
  private @Nullable Object text(String text, Names names) {
    if (text.contains("$(")) {
      throw new NotUnderstood("uses references: " + text);
    }
    String now = text;
    for (List<String> found = found(now); !found.isEmpty(); found = found(now)) {
      String whole = now;
      for (String variable : found) {
        Object value = value(variable, names);
        if (variable.equals(whole)) {
          return value;
        }
        now = meter.text(replaced(now, variable, Values.written(value, meter)));
      }
    }
    return now.replace("\\{{", "{{");
  }

  private List<String> found(String text) {
    meter.charge(1 + text.length() / 16);
    if (!text.contains("{{")) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(2));
    }
    return found;
  }

  private @Nullable Object value(String variable, Names names) {
    String expression = variable.replace("{{", "").replace("}}", "").strip();
    if (expression.equals("@") || expression.startsWith("-")) {
      throw new NotUnderstood("uses the variable " + variable);
    }
    return query(expression, names);
  }

  /** In its first place that is not escaped. */
  private static String replaced(String text, String variable, String value) {
    int at = text.indexOf(variable);
    while (at > 0 && text.charAt(at - 1) == '\\') {
      at = text.indexOf(variable, at + 1);
    }
    return at < 0 ? text : text.substring(0, at) + value + text.substring(at + variable.length());
  }
}
