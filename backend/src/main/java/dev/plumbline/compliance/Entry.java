package dev.plumbline.compliance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A mapping in a YAML file, read key by key, so that a wrong or unknown key can be named. */
final class Entry {

  private static final int LARGEST_FILE = 1 << 20;

  private final String file;
  private final String place;
  private final Map<?, ?> values;
  private final Set<String> read = new HashSet<>();

  private Entry(String file, String place, Map<?, ?> values) {
    this.file = file;
    this.place = place;
    this.values = values;
  }

  static Entry parse(String file, String yaml) {
    var settings =
        LoadSettings.builder()
            .setLabel(file)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(LARGEST_FILE)
            .build();
    try {
      return of(file, "", new Load(settings).loadFromString(yaml));
    } catch (YamlEngineException e) {
      throw new MalformedFramework(file, "", "is not YAML: " + e.getMessage());
    }
  }

  private static Entry of(String file, String place, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Entry(file, place, map);
    }
    throw new MalformedFramework(file, place, "must be a mapping");
  }

  String text(String key) {
    String text = text(key, "");
    if (text.isBlank()) {
      throw wrong(key, "is missing");
    }
    return text;
  }

  String text(String key, String otherwise) {
    Object value = take(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof String text) {
      return text;
    }
    throw wrong(key, "must be text; write it in quotes");
  }

  int number(String key, int otherwise) {
    Object value = take(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Integer number && number >= 0) {
      return number;
    }
    throw wrong(key, "must be a whole number, 0 or more");
  }

  <E extends Enum<E>> E one(Class<E> type, String key) {
    String text = text(key);
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    throw wrong(key, "does not know \"" + text + "\"");
  }

  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (Object value : list(key)) {
      if (!(value instanceof String text)) {
        throw wrong(key, "must be a list of texts; write them in quotes");
      }
      texts.add(text);
    }
    return texts;
  }

  /** Text by text. */
  Map<String, String> words(String key) {
    var words = new LinkedHashMap<String, String>();
    Object value = take(key);
    if (value == null) {
      return words;
    }
    for (Map.Entry<?, ?> each : of(file, at(key), value).values.entrySet()) {
      if (!(each.getKey() instanceof String from && each.getValue() instanceof String to)) {
        throw wrong(key, "must hold texts; write them in quotes");
      }
      words.put(from, to);
    }
    return words;
  }

  /** The mappings of a list, each placed by its {@code id}. */
  List<Entry> entries(String key) {
    var entries = new ArrayList<Entry>();
    for (Object value : list(key)) {
      entries.add(of(file, key + "[" + entries.size() + "]" + idOf(value), value));
    }
    return entries;
  }

  /** The mappings of a mapping, by key. */
  Map<String, Entry> named(String key) {
    var entries = new LinkedHashMap<String, Entry>();
    Object value = take(key);
    if (value == null) {
      return entries;
    }
    of(file, at(key), value)
        .values
        .forEach((name, inner) -> entries.put(String.valueOf(name), of(file, at(name), inner)));
    return entries;
  }

  boolean isFile(String name) {
    return file.equals(name);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Refuses keys that nobody asked for. */
  void close() {
    for (Object key : values.keySet()) {
      if (!read.contains(String.valueOf(key))) {
        throw wrong(String.valueOf(key), "is not a known key");
      }
    }
  }

  MalformedFramework wrong(String key, String problem) {
    return new MalformedFramework(file, place, "\"" + key + "\" " + problem);
  }

  private List<?> list(String key) {
    Object value = take(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(key, "must be a list");
  }

  private @Nullable Object take(String key) {
    read.add(key);
    return values.get(key);
  }

  private String at(Object key) {
    return place.isEmpty() ? String.valueOf(key) : place + "." + key;
  }

  private static String idOf(@Nullable Object value) {
    return value instanceof Map<?, ?> map && map.get("id") != null ? " " + map.get("id") : "";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
