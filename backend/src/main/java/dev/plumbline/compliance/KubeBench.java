package dev.plumbline.compliance;

import dev.plumbline.compliance.NodeReport.Answer;
import dev.plumbline.tenant.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what kube-bench writes with {@code --json}, piece by piece: item numbers and answers only.
 * Its texts are not kept: they are the benchmark's.
 */
final class KubeBench {

  static final int LARGEST = 4 * 1024 * 1024;
  private static final int MOST = 2000;
  private static final Pattern ITEM = Pattern.compile("\\d{1,2}(\\.\\d{1,3}){1,4}");
  private static final Pattern EDITION = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxStringLength(1024 * 1024)
                  .maxDocumentLength(LARGEST)
                  .build())
          .build();

  private final JsonParser parser;
  private final Map<String, Answer> results = new TreeMap<>();
  private final TreeSet<String> sections = new TreeSet<>();
  private String benchmark = "";

  private KubeBench(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads a whole output.
   *
   * @throws Refused naming the field that is wrong
   */
  static NodeReport.Parsed read(InputStream body) {
    try (JsonParser parser =
        JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), body)) {
      return new KubeBench(parser).read();
    } catch (JacksonException e) {
      throw new Refused("report", "This is not the JSON of kube-bench: " + e.getOriginalMessage());
    }
  }

  private NodeReport.Parsed read() {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      controls("");
    } else if (first == JsonToken.START_OBJECT) {
      object("", this::root);
    } else {
      throw new Refused("report", "It must begin with an object or a list.");
    }
    if (results.isEmpty()) {
      throw new Refused("Controls", "The report holds no result.");
    }
    return new NodeReport.Parsed(benchmark, String.join(",", sections), results);
  }

  /** The whole, or one control when only one was run. */
  private void root(String field) {
    if (field.equals("Controls")) {
      list("Controls");
      controls("Controls");
    } else {
      control("", field);
    }
  }

  private void controls(String path) {
    each(path, at -> object(at, field -> control(at + ".", field)));
  }

  private void control(String path, String field) {
    switch (field) {
      case "id" -> sections.add(text(path + field, 20));
      case "version" -> benchmark(path + field);
      case "tests" -> {
        list(path + field);
        each(path + field, at -> object(at, inner -> group(at + ".", inner)));
      }
      default -> parser.skipChildren();
    }
  }

  private void benchmark(String path) {
    String edition = text(path, 100);
    if (!EDITION.matcher(edition).matches()) {
      throw new Refused(path, "An edition looks like cis-1.12.");
    }
    if (!benchmark.isEmpty() && !benchmark.equals(edition)) {
      throw new Refused(
          path, "One report holds one edition, and this one began with " + benchmark + ".");
    }
    benchmark = edition;
  }

  private void group(String path, String field) {
    if (field.equals("results")) {
      list(path + field);
      each(path + field, this::result);
    } else {
      parser.skipChildren();
    }
  }

  private void result(String path) {
    var item = new Item();
    object(
        path,
        field -> {
          switch (field) {
            case "test_number" -> item.number = text(path + ".test_number", 40);
            case "status" -> item.status = text(path + ".status", 40);
            default -> parser.skipChildren();
          }
        });
    keep(path, item);
  }

  private static final class Item {
    private @Nullable String number;
    private @Nullable String status;
  }

  private void keep(String path, Item item) {
    if (item.number == null || !ITEM.matcher(item.number).matches()) {
      throw new Refused(path + ".test_number", "An item's number looks like 1.1.1.");
    }
    Answer answer = answer(path + ".status", item.status);
    results.merge(item.number, answer, (one, other) -> worse(one, other));
    if (results.size() > MOST) {
      throw new Refused(path, "A report has at most " + MOST + " items.");
    }
  }

  private static Answer answer(String path, @Nullable String status) {
    for (Answer answer : Answer.values()) {
      if (answer.name().equals(status)) {
        return answer;
      }
    }
    throw new Refused(path, "A status is PASS, FAIL, WARN or INFO.");
  }

  private static Answer worse(Answer one, Answer other) {
    if (one == Answer.FAIL || other == Answer.FAIL) {
      return Answer.FAIL;
    }
    return one == Answer.WARN || other == Answer.WARN
        ? Answer.WARN
        : one == Answer.INFO ? one : other;
  }

  private void list(String path) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new Refused(path, "It must be a list.");
    }
  }

  private void each(String path, Consumer<String> element) {
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      element.accept(path + "[" + i + "]");
    }
  }

  private void object(String path, Consumer<String> field) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new Refused(path.isEmpty() ? "report" : path, "It must be an object.");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = String.valueOf(parser.currentName());
      parser.nextToken();
      field.accept(name);
    }
  }

  private String text(String path, int longest) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new Refused(path, "It must be a text.");
    }
    String text = parser.getString();
    if (text.length() > longest) {
      throw new Refused(path, "It has at most " + longest + " characters.");
    }
    return text;
  }

  /** At most so many bytes; the next one is refused. */
  static InputStream bounded(InputStream body) {
    return new java.io.FilterInputStream(body) {
      private long left = LARGEST;

      @Override
      public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(Math.max(read, 0));
        return read;
      }

      private void count(int read) {
        left -= read;
        if (left < 0) {
          throw new Refused("report", "A report has at most 4 MiB.");
        }
      }
    };
  }
}
