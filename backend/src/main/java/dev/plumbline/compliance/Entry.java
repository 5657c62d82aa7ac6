package dev.plumbline.compliance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping in a YAML file, read key by key. What is wrong is reported with its place, and reading
 * goes on, so that all of it can be told at once.
 */
final class Entry {

  private static final int LONGEST_TEXT = 4000;
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\n\t]]|[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private final YamlFile file;
  private final String place;
  private final @Nullable Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> read = new HashSet<>();
  private boolean sound = true;

  private Entry(YamlFile file, String place, @Nullable Node node) {
    this.file = file;
    this.place = place;
    this.node = node;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::put);
    } else {
      flaw(node, "must be a mapping");
    }
  }

  static Entry parse(String file, String yaml) {
    return YamlFile.parse(file, yaml);
  }

  static Entry root(YamlFile file, @Nullable Node node) {
    var root = new Entry(file, "", node);
    if (!(node instanceof MappingNode)) {
      file.demandSound();
    }
    return root;
  }

  private void put(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      flaw(tuple.getKeyNode(), "has a key that is no text");
    } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
      flaw(key, "\"" + key.getValue() + "\" stands twice");
    } else {
      keys.put(key.getValue(), key);
    }
  }

  String text(String key) {
    Node value = take(key);
    if (value instanceof ScalarNode scalar && isText(scalar) && !scalar.getValue().isBlank()) {
      return plain(key, scalar.getValue());
    }
    report(key, value == null || blank(value) ? "is missing" : "must be text; write it in quotes");
    return "";
  }

  String text(String key, String otherwise) {
    Node value = take(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof ScalarNode scalar && isText(scalar)) {
      return plain(key, scalar.getValue());
    }
    report(key, "must be text; write it in quotes");
    return otherwise;
  }

  private String plain(String key, String text) {
    if (text.length() > LONGEST_TEXT) {
      report(key, "is longer than " + LONGEST_TEXT + " characters");
    }
    if (UNSEEN.matcher(text).find()) {
      report(key, "holds characters that nobody sees");
    }
    return text;
  }

  int number(String key, int otherwise) {
    Node value = take(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.INT)
        && scalar.getValue().matches("[0-9]{1,9}")) {
      return Integer.parseInt(scalar.getValue());
    }
    report(key, "must be a whole number, 0 or more");
    return otherwise;
  }

  <E extends Enum<E>> E one(Class<E> type, String key) {
    String text = text(key);
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    if (!text.isEmpty()) {
      report(key, "does not know \"" + text + "\"");
    }
    return type.getEnumConstants()[0];
  }

  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (Node value : list(key)) {
      if (value instanceof ScalarNode scalar && isText(scalar)) {
        texts.add(plain(key, scalar.getValue()));
      } else {
        reportAt(value, key, "must be a list of texts; write them in quotes");
      }
    }
    return texts;
  }

  /** Text by text. */
  Map<String, String> words(String key) {
    var words = new LinkedHashMap<String, String>();
    mapping(key)
        .values
        .forEach((name, value) -> {
          if (value instanceof ScalarNode scalar && isText(scalar)) {
            words.put(name, plain(key, scalar.getValue()));
          } else {
            reportAt(value, key, "must hold texts; write them in quotes");
          }
        });
    return words;
  }

  /** The mappings of a list, each placed by its {@code id}. */
  List<Entry> entries(String key) {
    var entries = new ArrayList<Entry>();
    for (Node value : list(key)) {
      entries.add(new Entry(file, key + "[" + entries.size() + "]" + idOf(value), value));
    }
    return entries;
  }

  /** The mappings of a mapping, by key. */
  Map<String, Entry> named(String key) {
    var entries = new LinkedHashMap<String, Entry>();
    mapping(key)
        .values
        .forEach((name, value) -> entries.put(name, new Entry(file, at(name), value)));
    return entries;
  }

  private Entry mapping(String key) {
    Node value = take(key);
    return value == null
        ? new Entry(file, at(key), new MappingNode(Tag.MAP, List.of(), FlowStyle.FLOW))
        : new Entry(file, at(key), value);
  }

  boolean isFile(String name) {
    return file.name().equals(name);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Whether nothing was reported of this entry itself. */
  boolean sound() {
    return sound;
  }

  /** Reports keys that nobody asked for. */
  void close() {
    for (String key : values.keySet()) {
      if (!read.contains(key)) {
        report(key, "is not a known key");
      }
    }
  }

  /** The same for the whole file, where all that was reported is thrown. */
  void finish() {
    close();
    file.demandSound();
  }

  void report(String key, String problem) {
    flaw(keys.getOrDefault(key, node), "\"" + key + "\" " + problem);
  }

  /** The same, standing at an entry within this one. */
  void report(String key, String problem, @Nullable Entry at) {
    flaw(at == null ? keys.getOrDefault(key, node) : at.node, "\"" + key + "\" " + problem);
  }

  /** All that was reported of the file, and this. */
  MalformedFramework wrong(String key, String problem) {
    return file.with(keys.getOrDefault(key, node), place, "\"" + key + "\" " + problem);
  }

  @Nullable Node value(String key) {
    return values.get(key);
  }

  /** Where it stands, null where the text does not say. */
  @Nullable Node node() {
    return node;
  }

  private void reportAt(Node value, String key, String problem) {
    flaw(value, "\"" + key + "\" " + problem);
  }

  private void flaw(@Nullable Node where, String words) {
    sound = false;
    file.report(where, place, words);
  }

  private List<Node> list(String key) {
    Node value = take(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode list) {
      return list.getValue();
    }
    report(key, "must be a list");
    return List.of();
  }

  private @Nullable Node take(String key) {
    read.add(key);
    Node value = values.get(key);
    return value == null || value.getTag().equals(Tag.NULL) ? null : value;
  }

  private static boolean isText(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.STR);
  }

  private static boolean blank(Node value) {
    return value instanceof ScalarNode scalar && scalar.getValue().isBlank();
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  private static String idOf(Node value) {
    return value instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(tuple ->
                tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("id"))
            .map(NodeTuple::getValueNode)
            .flatMap(id ->
                id instanceof ScalarNode scalar
                    ? Optional.of(" " + scalar.getValue()).stream()
                    : Optional.<String>empty().stream())
            .findFirst()
            .orElse("")
        : "";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
