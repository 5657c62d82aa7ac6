package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.FieldMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** About how many bytes of heap plain data keeps. */
final class Weight {

  private static final int MAP_ENTRY = 56;
  private static final int CONTAINER = 80;
  private static final int ITEM = 8;
  private static final int VALUE = 24;

  private Weight() {}

  /** Of field maps without their names, which several share. */
  static long of(Object plain) {
    return switch (plain) {
      case FieldMap map -> CONTAINER + all(map.values(), ITEM);
      case Map<?, ?> map -> CONTAINER + all(map.values(), MAP_ENTRY);
      case List<?> list -> CONTAINER + all(list, ITEM);
      case String text when text.length() <= Texts.POOLED_LENGTH -> VALUE;
      case String text -> 2 * VALUE + text.length();
      default -> VALUE;
    };
  }

  private static long all(Collection<?> values, int each) {
    long sum = 0;
    for (Object value : values) {
      sum += each + of(value);
    }
    return sum;
  }
}
