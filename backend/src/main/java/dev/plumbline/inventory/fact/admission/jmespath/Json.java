package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Values within texts. */
public final class Json {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Json() {}

  /** A value; whole numbers as {@link Long}. */
  static @Nullable Object read(String text) {
    try {
      return plain(JSON.readValue(text, Object.class));
    } catch (JacksonException e) {
      throw new Failed("no JSON: " + text);
    }
  }

  static String text(String quoted) {
    if (read(quoted) instanceof String text) {
      return text;
    }
    throw new Failed("no text: " + quoted);
  }

  /** The texts of a list in JSON, or the text itself where it is no JSON; empty for other JSON. */
  public static Optional<List<String>> texts(String text) {
    try {
      read(text);
    } catch (Failed e) {
      return Optional.of(List.of(text));
    }
    return list(text);
  }

  /** The texts of a list in JSON; empty where it is none. */
  public static Optional<List<String>> list(String text) {
    try {
      return switch (read(text)) {
        case null -> Optional.of(List.of());
        case List<?> list when list.stream().allMatch(String.class::isInstance) ->
            Optional.of(list.stream().map(String.class::cast).toList());
        default -> Optional.empty();
      };
    } catch (Failed e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> copy.put(key, plain(inner)));
        yield copy;
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(inner -> copy.add(plain(inner)));
        yield copy;
      }
      case Number number -> Values.number(number.doubleValue());
      case null -> null;
      default -> value;
    };
  }

  /** As Go writes it: keys in order, signs of HTML escaped. */
  static void write(@Nullable Object value, StringBuilder to, Meter meter) {
    meter.down();
    switch (Values.plain(value)) {
      case null -> to.append("null");
      case String text -> quote(meter.text(text), to);
      case Map<?, ?> map -> write(map, to, meter);
      case List<?> list -> write(list, to, meter);
      case Number number -> to.append(Values.digits(number));
      case Object other -> to.append(other);
    }
    meter.up();
  }

  private static void write(Map<?, ?> map, StringBuilder to, Meter meter) {
    to.append('{');
    Values.sorted(map)
        .forEach((key, value) -> {
          to.append(to.charAt(to.length() - 1) == '{' ? "" : ",");
          quote(key, to);
          write(value, to.append(':'), meter);
        });
    to.append('}');
  }

  private static void write(List<?> list, StringBuilder to, Meter meter) {
    to.append('[');
    for (int i = 0; i < list.size(); i++) {
      write(list.get(i), to.append(i == 0 ? "" : ","), meter);
    }
    to.append(']');
  }

  private static void quote(String text, StringBuilder to) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '"', '\\' -> to.append('\\').append(letter);
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        default -> {
          boolean escaped = letter < ' ' || "<>&\u2028\u2029".indexOf(letter) >= 0;
          to.append(escaped ? "\\u%04x".formatted((int) letter) : String.valueOf(letter));
        }
      }
    }
    to.append('"');
  }
}
