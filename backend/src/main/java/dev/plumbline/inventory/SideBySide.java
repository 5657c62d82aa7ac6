package dev.plumbline.inventory;

import java.util.List;
import java.util.function.Function;

/** Things of one namespace, which stand side by side where all are in the order of their keys. */
final class SideBySide {

  private SideBySide() {}

  static <T> List<T> in(List<T> all, Function<T, ObjectKey> key, String namespace) {
    int from = firstFrom(all, key, 0, namespace, 0);
    return all.subList(from, firstFrom(all, key, from, namespace, 1));
  }

  /** The first place where a namespace compares so with the wanted one, or higher. */
  private static <T> int firstFrom(
      List<T> all, Function<T, ObjectKey> key, int least, String namespace, int order) {
    int from = least;
    int to = all.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean before = key.apply(all.get(middle)).namespace().compareTo(namespace) < order;
      from = before ? middle + 1 : from;
      to = before ? to : middle;
    }
    return from;
  }
}
