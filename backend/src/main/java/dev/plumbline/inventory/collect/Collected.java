package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Snapshot;
import java.util.List;

/**
 * What collecting brought.
 *
 * @param notes for people: what was left out, cut off or not understood
 */
public record Collected(Snapshot snapshot, List<String> notes) {

  public Collected {
    notes = List.copyOf(notes);
  }
}
