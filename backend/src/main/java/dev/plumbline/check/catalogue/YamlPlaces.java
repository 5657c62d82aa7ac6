package dev.plumbline.check.catalogue;

import dev.plumbline.check.Flaw;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Where the fields of a file stand. */
final class YamlPlaces {

  private final Map<String, Node> keys = new HashMap<>();
  private final Map<String, Node> values = new HashMap<>();

  private boolean blank;

  private YamlPlaces() {}

  /** Knows no place where the text is no YAML; whoever loads it will say so. */
  static YamlPlaces of(String text) {
    var places = new YamlPlaces();
    try {
      var root = new Compose(CheckFile.settings("check")).composeString(text);
      places.blank = root.isEmpty();
      root.ifPresent(node -> places.walk("", node));
    } catch (YamlEngineException e) {
      places.keys.clear();
    }
    return places;
  }

  /** Whether there is nothing in it. */
  boolean blank() {
    return blank;
  }

  private void walk(String path, Node node) {
    if (node instanceof MappingNode mapping) {
      for (var tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          keys.put(path + key.getValue(), key);
          values.put(path + key.getValue(), tuple.getValueNode());
          walk(path + key.getValue() + ".", tuple.getValueNode());
        }
      }
    }
  }

  /** At the field's key. */
  Flaw flaw(String field, String detail) {
    Node key = keys.get(field);
    Mark mark = key == null ? null : key.getStartMark().orElse(null);
    return mark == null
        ? Flaw.of(field, detail)
        : new Flaw(field, mark.getLine() + 1, mark.getColumn() + 1, mark.getLine() + 1, detail);
  }

  /** At a line and column of the expression that is the field's value. */
  Flaw flaw(String field, int line, int column, String detail) {
    return new Flaw(field, line, column, fileLine(values.get(field), line), detail);
  }

  /** Exact in a literal block, where lines stay lines; else where the value begins. */
  private static int fileLine(@Nullable Node value, int line) {
    if (!(value instanceof ScalarNode scalar) || scalar.getStartMark().isEmpty()) {
      return 0;
    }
    int begin = scalar.getStartMark().get().getLine() + 1;
    return switch (scalar.getScalarStyle()) {
      case LITERAL -> begin + blank(scalar.getValue()) + line;
      case FOLDED -> begin + 1;
      default -> begin;
    };
  }

  private static int blank(String value) {
    return (int) value.substring(0, value.length() - value.stripLeading().length()).lines().count();
  }
}
