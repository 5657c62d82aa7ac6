package dev.plumbline.check.cel;

import java.util.Set;

/**
 * When an expression yields nothing: where none of some fields is in the document of a thing, at
 * any place that the expression looks at, and others are of their kind where they are there.
 *
 * @param fields that are absent
 * @param steps all that the expression takes through the document, to fields that are absent too
 * @param maps fields that are maps
 * @param lists fields that are lists
 * @param elements fields that are lists of maps
 */
public record Silence(
    Set<String> fields,
    Set<Step> steps,
    Set<String> maps,
    Set<String> lists,
    Set<String> elements) {

  /** Fields that are maps whose keys people choose; they say nothing of a kind. */
  public static final Set<String> FREE =
      Set.of("labels", "annotations", "nodeSelector", "matchLabels", "limits", "requests");

  public Silence {
    fields = Set.copyOf(fields);
    steps = Set.copyOf(steps);
    maps = Set.copyOf(maps);
    lists = Set.copyOf(lists);
    elements = Set.copyOf(elements);
  }

  /**
   * From a map to a field of it.
   *
   * @param outer the field by which the map was reached, as it is or as an element of a list
   */
  public record Step(String outer, String field) {}
}
