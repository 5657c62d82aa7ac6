package dev.plumbline.check.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names, each with its place among them; quicker than a map for the few names of a view. */
final class Places {

  private static final int NONE = -1;

  private final List<String> names;
  private final String[] byPlace;
  private final byte[] slots;

  /**
   * Numbers the names.
   *
   * @param names in the order of their places; 127 different ones at most
   */
  Places(Collection<String> names) {
    this.names = List.copyOf(new LinkedHashSet<>(names));
    this.byPlace = this.names.toArray(String[]::new);
    if (byPlace.length > Byte.MAX_VALUE) {
      throw new IllegalArgumentException(byPlace.length + " names are too many");
    }
    this.slots = new byte[Math.max(4, Integer.highestOneBit(byPlace.length) * 4)];
    Arrays.fill(slots, (byte) NONE);
    for (int place = 0; place < byPlace.length; place++) {
      note(place);
    }
  }

  private void note(int place) {
    int slot = byPlace[place].hashCode() & slots.length - 1;
    while (slots[slot] != NONE) {
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = (byte) place;
  }

  /** Below 0 when it is none of the names. */
  int of(@Nullable Object name) {
    return name instanceof String text ? of(text) : NONE;
  }

  private int of(String name) {
    int slot = name.hashCode() & slots.length - 1;
    int place = slots[slot];
    while (place >= 0) {
      String there = byPlace[place];
      if (there == name || there.equals(name)) {
        return place;
      }
      slot = slot + 1 & slots.length - 1;
      place = slots[slot];
    }
    return NONE;
  }

  List<String> names() {
    return names;
  }

  int size() {
    return byPlace.length;
  }
}
