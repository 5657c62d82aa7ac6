package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.FieldMaps;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks one stream: objects, lists of objects, lists of lists, one after another. */
final class ItemStream {

  private static final int DEEPEST_LIST = 8;
  private static final String PARTIAL = "PartialObjectMetadata";
  private static final Set<String> CONTENT = Set.of("data", "stringData", "binaryData");

  private final JsonParser parser;
  private final Texts texts;
  private final FieldMaps maps;
  private final Optional<ItemReader.Expected> expected;
  private final ItemTally tally;
  private final Consumer<KubeObject> sink;

  ItemStream(
      JsonParser parser,
      Texts texts,
      FieldMaps maps,
      Optional<ItemReader.Expected> expected,
      ItemTally tally,
      Consumer<KubeObject> sink) {
    this.parser = parser;
    this.texts = texts;
    this.maps = maps;
    this.expected = expected;
    this.tally = tally;
    this.sink = sink;
  }

  /** What an item's list says of its items; both empty when it says nothing. */
  private record Type(String apiVersion, String kind) {

    static final Type UNKNOWN = new Type("", "");

    static Type ofItems(Map<String, Object> list, Type outer) {
      String kind = Documents.text(list, "kind");
      return kind.length() > 4 && kind.endsWith("List")
          ? new Type(
              Documents.text(list, "apiVersion"),
              kind.substring(0, kind.length() - "List".length()))
          : outer;
    }
  }

  void read() {
    boolean empty = true;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      empty = false;
      value(token, Type.UNKNOWN, 0);
    }
    if (empty) {
      tally.fail("empty");
    }
  }

  private void value(JsonToken token, Type type, int lists) {
    if (token == JsonToken.START_OBJECT) {
      object(type, lists);
    } else {
      parser.skipChildren();
      tally.refused("where an object is expected stands " + named(token));
    }
  }

  private void object(Type outer, int lists) {
    var document = new LinkedHashMap<String, Object>();
    var values = new Values(parser, texts, maps);
    boolean list = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = values.name();
      JsonToken token = parser.nextToken();
      if (field.equals("items")
          && (token == JsonToken.START_ARRAY || token == JsonToken.VALUE_NULL)) {
        list = true;
        items(token, Type.ofItems(document, outer), lists + 1);
      } else {
        field(document, values, field, token);
      }
    }
    String kind = Documents.text(document, "kind");
    if (list && (kind.isEmpty() || kind.endsWith("List"))) {
      tally.list(Documents.text(Documents.map(document, "metadata"), "continue"));
    } else {
      item(document, values, outer);
    }
  }

  private void field(Map<String, Object> document, Values values, String field, JsonToken token) {
    boolean content = CONTENT.contains(field) && token == JsonToken.START_OBJECT;
    Object value = content ? values.keysOnly() : values.read(token, 1);
    if (value != null) {
      document.put(field, value);
    }
  }

  private void items(JsonToken start, Type type, int lists) {
    if (start == JsonToken.VALUE_NULL) {
      return;
    }
    if (lists > DEEPEST_LIST) {
      parser.skipChildren();
      tally.refused("lists are nested deeper than " + DEEPEST_LIST);
      return;
    }
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      value(token, type, lists);
    }
  }

  private void item(Map<String, Object> document, Values values, Type outer) {
    type(document, outer);
    String name = Documents.text(Documents.map(document, "metadata"), "name");
    Kind kind = Kind.of(Documents.text(document, "apiVersion"), Documents.text(document, "kind"));
    Optional<Kinds> known = Kinds.of(kind);
    if (kind.equals(Kind.core("Status"))) {
      tally.status(Documents.text(document, "message"));
    } else if (kind.name().isEmpty()) {
      tally.refused("an object does not say its kind");
    } else if (expected.isPresent() && !expected.get().kind().kind().equals(kind)) {
      tally.refused(
          "among "
              + expected.get().kind().kind()
              + " stands another kind: "
              + shown(kind.toString()));
    } else if (known.isEmpty()) {
      tally.unknown(kind);
    } else if (!values.refusal().isEmpty()) {
      tally.refused(kind + " " + shown(name) + " is " + values.refusal());
    } else if (name.isEmpty()) {
      tally.refused("an object of kind " + kind + " has no name");
    } else {
      take(known.get(), document);
    }
  }

  /** The item's own kind, else its list's, else the expected one. */
  private void type(Map<String, Object> document, Type outer) {
    String kind = Documents.text(document, "kind");
    if (kind.isEmpty() || (kind.equals(PARTIAL) && expected.isPresent())) {
      expected.ifPresentOrElse(
          type -> {
            document.put("kind", type.kind().kind().name());
            document.put("apiVersion", type.apiVersion());
          },
          () -> {
            document.put("kind", outer.kind());
            document.put("apiVersion", outer.apiVersion());
          });
    }
  }

  private void take(Kinds kind, Map<String, Object> document) {
    Map<String, Object> metadata = Documents.map(document, "metadata");
    String name = Documents.text(metadata, "name");
    String namespace = kind.namespaced() ? Documents.text(metadata, "namespace") : "";
    var key = new ObjectKey(kind.kind(), Texts.name(namespace), Texts.name(name));
    if (!key.name().equals(name)) {
      tally.note("a name of " + name.length() + " characters is shortened: " + shown(name));
    }
    String apiVersion = Documents.text(document, "apiVersion");
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    sink.accept(new KubeObject(key, version, new Redaction(maps).of(kind, document)));
    tally.took(kind.kind());
  }

  private static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }

  private static String named(JsonToken token) {
    return switch (token) {
      case VALUE_NULL -> "null";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default -> "a " + token;
    };
  }
}
