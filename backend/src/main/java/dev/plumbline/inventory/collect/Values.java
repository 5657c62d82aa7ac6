package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.FieldMaps;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Builds plain maps and lists of one object: without nulls, every integer a {@link Long}, every
 * text storable.
 *
 * <p>What is too deep or too large is passed over, and {@link #refusal} tells of it.
 */
final class Values {

  static final int DEEPEST = 200;
  static final int LONGEST_TEXT = 1 << 20;
  static final long HEAVIEST = 32L << 20;
  private static final String TOO_LARGE = "larger than 32 MiB";
  private static final int NODE_WEIGHT = 32;

  private final JsonParser parser;
  private final Texts texts;
  private final FieldMaps maps;
  private long weight;
  private String refusal = "";

  Values(JsonParser parser, Texts texts, FieldMaps maps) {
    this.parser = parser;
    this.texts = texts;
    this.maps = maps;
  }

  /** Why the object cannot be taken, empty when it can. */
  String refusal() {
    return refusal;
  }

  String name() {
    return weigh(Texts.field(parser.currentName()));
  }

  /** What the parser stands at; null for a JSON null and for what is passed over. */
  @Nullable Object read(JsonToken token, int depth) {
    weight += NODE_WEIGHT;
    if (weight > HEAVIEST) {
      refusal = TOO_LARGE;
    } else if (depth > DEEPEST) {
      refusal = "nested deeper than " + DEEPEST + " levels";
    }
    if (!refusal.isEmpty()) {
      parser.skipChildren();
      return null;
    }
    return switch (token) {
      case START_OBJECT -> map(depth);
      case START_ARRAY -> list(depth);
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> fraction();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** The keys of a map, with those values only that may be read whatever object they stand in. */
  Map<String, Object> keysOnly() {
    int mark = maps.mark();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = name();
      JsonToken token = parser.nextToken();
      boolean readable = Configuration.readable(key) && token == JsonToken.VALUE_STRING;
      Object value = readable ? read(token, 2) : hidden(token, key);
      if (value != null) {
        maps.put(key, value);
      }
    }
    return maps.map(mark);
  }

  /** Passes over a value without reading it. */
  private @Nullable Object hidden(JsonToken token, String key) {
    weight += NODE_WEIGHT;
    refusal = weight > HEAVIEST ? TOO_LARGE : refusal;
    parser.skipChildren();
    boolean kept = refusal.isEmpty() && token != JsonToken.VALUE_NULL;
    return kept ? Configuration.marker(key) : null;
  }

  private Map<String, Object> map(int depth) {
    int mark = maps.mark();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = name();
      Object value = read(parser.nextToken(), depth + 1);
      if (value != null) {
        maps.put(name, value);
      }
    }
    return maps.map(mark);
  }

  private List<Object> list(int depth) {
    int mark = maps.mark();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      Object value = read(token, depth + 1);
      if (value != null) {
        maps.put(value);
      }
    }
    return maps.list(mark);
  }

  private String text() {
    if (parser.getStringLength() > LONGEST_TEXT) {
      return "<" + parser.getStringLength() + " characters, too long>";
    }
    return weigh(texts.storable(parser.getString()));
  }

  /** An integer beyond 64 bits has no meaning in Kubernetes; it is kept as its digits. */
  private Object integer() {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getString()
        : (Object) parser.getLongValue();
  }

  private Object fraction() {
    double value = parser.getDoubleValue();
    return Double.isFinite(value) ? (Object) value : parser.getString();
  }

  private String weigh(String text) {
    weight += text.length();
    return text;
  }
}
