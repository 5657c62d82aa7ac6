package dev.plumbline.compliance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a framework as the YAML that {@link FrameworkReader} reads, whole in itself. */
final class FrameworkWriter {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z]([A-Za-z0-9 ,.'()/;+%-]*[A-Za-z0-9.)])?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]([A-Za-z0-9./_-]*[A-Za-z0-9])?");
  private static final Set<String> NOT_TEXT =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder out = new StringBuilder();
  private final Map<Map<String, String>, String> notes = new LinkedHashMap<>();

  private FrameworkWriter() {}

  static String write(Framework framework) {
    var writer = new FrameworkWriter();
    writer.head(framework);
    writer.notes(framework);
    writer.sections(framework);
    writer.controls(framework);
    return writer.out.toString();
  }

  /**
   * One control, as lines without indentation.
   *
   * @param type of its framework
   * @param note name of what its provider owes, empty for nothing
   */
  static List<String> lines(Control control, Framework.Type type, String note) {
    var lines = new ArrayList<String>();
    add(lines, "id", text(control.id()));
    add(lines, "parent", text(control.parent()));
    add(lines, "topic", text(control.topic()));
    add(lines, "kind", word(control.kind()));
    if (control.kindManaged() != null) {
      add(lines, "kind_managed", word(control.kindManaged()));
    }
    mapping(lines, control, type);
    FrameworkReader.TRAITS.stream()
        .filter(control.traits()::containsKey)
        .forEach(trait -> add(lines, trait, text(control.traits().getOrDefault(trait, ""))));
    add(lines, "evidence", text(control.evidence()));
    if (!control.ask().isEmpty()) {
      add(lines, "ask", text(control.ask()));
    }
    if (!note.isEmpty()) {
      add(lines, "provider", text(note));
    }
    return lines;
  }

  private static void mapping(List<String> lines, Control control, Framework.Type type) {
    var mapping = control.mapping();
    list(lines, "objectives", mapping.objectives());
    list(lines, "plus", mapping.plus());
    list(lines, "minus", mapping.minus());
    if (type == Framework.Type.BENCHMARK) {
      list(lines, "benchmark", control.benchmark());
      return;
    }
    add(lines, "confidence", mapping.sourced() ? "sourced" : "judged");
    if (mapping.sourcedPairs() > 0) {
      add(lines, "sourced_pairs", Integer.toString(mapping.sourcedPairs()));
    }
  }

  private void head(Framework framework) {
    var lines = new ArrayList<String>();
    add(lines, "id", text(framework.id()));
    add(lines, "name", text(framework.name()));
    add(lines, "edition", text(framework.edition()));
    add(lines, "type", word(framework.type()));
    add(lines, "mapping_version", text(framework.mappingVersion()));
    add(lines, "mapping_date", "\"" + framework.mappingDate() + "\"");
    add(lines, "status", text(framework.status()));
    add(lines, "licence", text(framework.licence()));
    add(lines, "link", text(framework.link()));
    if (!framework.scored()) {
      add(lines, "no_score", text(framework.noScore()));
    }
    lines.forEach(line -> out.append(line).append('\n'));
  }

  private void notes(Framework framework) {
    framework.controls().stream()
        .map(Control::provider)
        .filter(note -> !note.isEmpty())
        .forEach(note -> notes.computeIfAbsent(note, each -> "note-" + (notes.size() + 1)));
    if (notes.isEmpty()) {
      return;
    }
    out.append("provider_notes:\n");
    notes.forEach((note, name) -> {
      out.append("  ").append(name).append(":\n");
      FrameworkReader.PROVIDERS.forEach(provider ->
          out.append("    %s: %s\n".formatted(provider, text(note.getOrDefault(provider, "")))));
    });
  }

  private void sections(Framework framework) {
    out.append("sections:\n");
    for (Framework.Section section : framework.sections()) {
      out.append("  - id: ").append(text(section.id())).append('\n');
      if (!section.parent().isEmpty()) {
        out.append("    parent: ").append(text(section.parent())).append('\n');
      }
      out.append("    topic: ").append(text(section.topic())).append('\n');
    }
  }

  private void controls(Framework framework) {
    out.append("controls:\n");
    for (Control control : framework.controls()) {
      String note = notes.getOrDefault(control.provider(), "");
      out.append(item(lines(control, framework.type(), note), "  ")).append('\n');
    }
  }

  /** Lines as an item of a list that is indented so far. */
  static String item(List<String> lines, String indent) {
    return indent + "- " + String.join("\n" + indent + "  ", lines);
  }

  private static void add(List<String> lines, String key, String value) {
    lines.add(key + ": " + value);
  }

  private static void list(List<String> lines, String key, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(
          key
              + ": ["
              + String.join(", ", values.stream().map(FrameworkWriter::item).toList())
              + "]");
    }
  }

  private static String item(String value) {
    return WORD.matcher(value).matches() && isText(value) ? value : quoted(value);
  }

  static String text(String value) {
    return PLAIN.matcher(value).matches() && isText(value) ? value : quoted(value);
  }

  private static boolean isText(String value) {
    return !NOT_TEXT.contains(value.toLowerCase(Locale.ROOT));
  }

  private static String quoted(String value) {
    return "\""
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
        + "\"";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
