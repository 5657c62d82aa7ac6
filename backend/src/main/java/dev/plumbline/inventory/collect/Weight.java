package dev.plumbline.inventory.collect;

import java.util.List;
import java.util.Map;

/** About how many bytes of heap plain data keeps. */
final class Weight {

  private static final int MAP_ENTRY = 56;
  private static final int CONTAINER = 80;
  private static final int ITEM = 8;
  private static final int VALUE = 24;

  private Weight() {}

  static long of(Object plain) {
    return switch (plain) {
      case Map<?, ?> map ->
          CONTAINER + map.values().stream().mapToLong(value -> MAP_ENTRY + of(value)).sum();
      case List<?> list -> CONTAINER + list.stream().mapToLong(item -> ITEM + of(item)).sum();
      case String text when text.length() <= Texts.POOLED_LENGTH -> VALUE;
      case String text -> 2 * VALUE + text.length();
      default -> VALUE;
    };
  }
}
