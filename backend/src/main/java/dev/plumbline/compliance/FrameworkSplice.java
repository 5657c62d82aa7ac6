package dev.plumbline.compliance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes one control within a framework's text and leaves all else, comments too, as people wrote
 * it. Empty where the text is laid out in a way that does not allow it.
 */
final class FrameworkSplice {

  private final String text;
  private final Entry file;
  private final SequenceNode list;

  private FrameworkSplice(String text, Entry file, SequenceNode list) {
    this.text = text;
    this.file = file;
    this.list = list;
  }

  private static Optional<FrameworkSplice> of(String text) {
    Entry file = YamlFile.parse("framework", text);
    return file.value("controls") instanceof SequenceNode list
            && list.getFlowStyle() == FlowStyle.BLOCK
            && !list.getValue().isEmpty()
        ? Optional.of(new FrameworkSplice(text, file, list))
        : Optional.empty();
  }

  /** Puts a control in the place of the one with an id, or after all where there is none. */
  static Optional<String> put(String text, Framework.Type type, String id, Control control) {
    return of(text).flatMap(splice -> splice.put(type, id, control));
  }

  /** Takes a control out. */
  static Optional<String> remove(String text, String id) {
    return of(text).flatMap(splice -> splice.remove(id));
  }

  private Optional<String> put(Framework.Type type, String id, Control control) {
    Entry item = item(id);
    Node node = item == null ? null : item.node();
    String note = item == null ? "" : item.text("provider", "");
    List<String> lines = FrameworkWriter.lines(control, type, note);
    if (node == null) {
      int column = start(list).map(Mark::getColumn).orElse(0);
      String added = "\n" + FrameworkWriter.item(lines, " ".repeat(column));
      return end(list.getValue().getLast()).map(end -> replaced(end, end, added));
    }
    return start(node)
        .flatMap(from ->
            end(node)
                .map(to ->
                    replaced(
                        from.getIndex(),
                        to,
                        String.join("\n" + " ".repeat(from.getColumn()), lines))));
  }

  private Optional<String> remove(String id) {
    Entry item = item(id);
    Node node = item == null ? null : item.node();
    return node == null || list.getValue().size() == 1
        ? Optional.empty()
        : start(node)
            .flatMap(from ->
                end(node).map(to -> replaced(from.getIndex() - from.getColumn(), to + 1, "")));
  }

  private @Nullable Entry item(String id) {
    return file.entries("controls").stream()
        .filter(entry -> entry.text("id", "").equals(id))
        .findFirst()
        .orElse(null);
  }

  private static Optional<Mark> start(Node node) {
    return node.getStartMark();
  }

  /** Where the last letter of it ends; what follows, such as a comment, is not part of it. */
  private Optional<Integer> end(Node node) {
    Node last = node;
    while (last instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty()) {
      last =
          last instanceof MappingNode mapping
              ? mapping.getValue().getLast().getValueNode()
              : ((SequenceNode) last).getValue().getLast();
    }
    return last.getEndMark().map(mark -> trimmed(mark.getIndex()));
  }

  private int trimmed(int index) {
    String before = text.substring(0, text.offsetByCodePoints(0, index)).stripTrailing();
    return before.codePointCount(0, before.length());
  }

  private String replaced(int from, int to, String by) {
    int length = text.codePointCount(0, text.length());
    return text.substring(0, text.offsetByCodePoints(0, from))
        + by
        + text.substring(text.offsetByCodePoints(0, Math.min(to, length)));
  }
}
