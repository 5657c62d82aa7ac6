package dev.plumbline.cluster.kubeconfig;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads the plain part of YAML (and so JSON): no aliases, tags, second documents, duplicates. */
final class YamlTree {

  static final int MOST_BYTES = 256 * 1024;
  private static final int DEEPEST = 20;
  private static final int MOST_EVENTS = 20_000;
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\x00\\x{FEFF}\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
  private static final Pattern LONG_NUMBER = Pattern.compile("[-+.0-9a-fA-FxoXO_]{100,}");

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("kubeconfig")
          .setCodePointLimit(MOST_BYTES)
          .setAllowDuplicateKeys(false)
          .setAllowNonScalarKeys(false)
          .setMaxAliasesForCollections(0)
          .setSchema(new CoreSchema())
          .build();

  private YamlTree() {}

  static Map<?, ?> read(byte[] upload) {
    String text = text(upload);
    try {
      plainOnly(text);
      return map(new Load(SETTINGS).loadFromString(text));
    } catch (MarkedYamlEngineException e) {
      throw new Refusals.Stop("", problem(e) + place(e.getProblemMark()));
    } catch (YamlEngineException e) {
      throw new Refusals.Stop("", "This is not YAML or JSON.");
    }
  }

  private static String text(byte[] upload) {
    if (upload.length > MOST_BYTES) {
      throw new Refusals.Stop("", "A kubeconfig may have at most 256 KiB; this has more.");
    }
    String text = utf8(upload);
    if (text.isBlank()) {
      throw new Refusals.Stop("", "The kubeconfig is empty.");
    }
    if (HIDDEN.matcher(text).find()) {
      throw new Refusals.Stop(
          "", "The kubeconfig holds NUL, a byte order mark or a text direction mark.");
    }
    return text;
  }

  private static String utf8(byte[] upload) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(upload)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusals.Stop("", "The kubeconfig is not UTF-8 text.");
    }
  }

  private static void plainOnly(String text) {
    int documents = 0;
    int depth = 0;
    int events = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      documents += event instanceof DocumentStartEvent ? 1 : 0;
      depth += step(event);
      refuse(documents > 1, "There may be only one document", event);
      refuse(depth > DEEPEST, "This is nested too deeply", event);
      refuse(++events > MOST_EVENTS, "This has too many entries", event);
      refuse(event instanceof AliasEvent, "Aliases (*) are not accepted", event);
      refuse(anchored(event), "Anchors (&) are not accepted", event);
      refuse(tagged(event), "Tags (!) are not accepted", event);
      refuse(number(event), "This number is too long", event);
    }
  }

  private static int step(Event event) {
    return switch (event.getEventId()) {
      case MappingStart, SequenceStart -> 1;
      case MappingEnd, SequenceEnd -> -1;
      default -> 0;
    };
  }

  private static boolean anchored(Event event) {
    return event instanceof NodeEvent node && node.getAnchor().isPresent();
  }

  private static boolean tagged(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag().isPresent();
      case CollectionStartEvent collection -> collection.getTag().isPresent();
      default -> false;
    };
  }

  private static boolean number(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && LONG_NUMBER.matcher(scalar.getValue()).matches();
  }

  private static void refuse(boolean wrong, String what, Event event) {
    if (wrong) {
      throw new Refusals.Stop("", what + place(event.getStartMark()));
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    boolean duplicate = String.valueOf(e.getProblem()).startsWith("found duplicate key");
    return duplicate ? "A key stands twice" : "This is not YAML or JSON";
  }

  private static String place(Optional<Mark> mark) {
    return mark.map(
            at -> " (line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1) + ").")
        .orElse(".");
  }

  private static Map<?, ?> map(@Nullable Object root) {
    if (root instanceof Map<?, ?> map) {
      return map;
    }
    throw new Refusals.Stop("", "A kubeconfig is a map with apiVersion, kind, clusters, users.");
  }
}
