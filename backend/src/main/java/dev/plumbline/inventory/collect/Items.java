package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Kind;
import java.util.List;
import java.util.Map;

/**
 * What one stream of items held.
 *
 * @param counts objects taken, by kind
 * @param unknown objects of kinds that are not collected, by kind as written
 * @param refused objects that could not be taken; the notes tell why
 * @param list whether it was a list rather than single objects
 * @param next the token of the next page, empty after the last
 * @param failure why reading ended early, empty when it reached the end
 * @param status the server's error message where the stream was one, else empty
 * @param notes for people, the first few of each stream
 */
public record Items(
    Map<Kind, Integer> counts,
    Map<String, Integer> unknown,
    int refused,
    boolean list,
    String next,
    String failure,
    String status,
    List<String> notes) {

  public Items {
    counts = Map.copyOf(counts);
    unknown = Map.copyOf(unknown);
    notes = List.copyOf(notes);
  }

  public int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** Why this is less than the whole list, empty when nothing is missing from it. */
  public String lack() {
    if (!failure.isEmpty()) {
      return failure;
    }
    if (!status.isEmpty()) {
      return status;
    }
    if (refused > 0) {
      return refused + (refused == 1 ? " object" : " objects") + " could not be taken";
    }
    return next.isEmpty() ? "" : "further pages were not read";
  }
}
