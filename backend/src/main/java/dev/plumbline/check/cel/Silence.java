package dev.plumbline.check.cel;

import java.util.Set;

/**
 * When an expression yields nothing: where none of some fields is in the document of a thing, at
 * any depth, and others are of their kind where they are there.
 *
 * @param fields that are absent
 * @param maps fields that are maps
 * @param lists fields that are lists
 * @param elements fields that are lists of maps
 */
public record Silence(
    Set<String> fields, Set<String> maps, Set<String> lists, Set<String> elements) {

  /** Fields that are maps whose keys people choose; they say nothing of a kind. */
  public static final Set<String> FREE =
      Set.of("labels", "annotations", "nodeSelector", "matchLabels", "limits", "requests");

  public Silence {
    fields = Set.copyOf(fields);
    maps = Set.copyOf(maps);
    lists = Set.copyOf(lists);
    elements = Set.copyOf(elements);
  }
}
