package dev.plumbline.check.cel;

import dev.plumbline.check.cel.Loops.Collect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the checker has chosen a function by its types, a value of another type is an error, even
 * if another function of that name would take it.
 */
final class Guards {

  private static final Map<String, Class<?>> FIRST =
      Map.ofEntries(
          Map.entry("index_list", List.class),
          Map.entry("index_map", Map.class),
          Map.entry("list_size", List.class),
          Map.entry("size_list", List.class),
          Map.entry("map_size", Map.class),
          Map.entry("size_map", Map.class),
          Map.entry("string_size", String.class),
          Map.entry("size_string", String.class),
          Map.entry("add_list", List.class),
          Map.entry("add_string", String.class),
          Map.entry("add_int64", Long.class));
  private static final Map<String, Class<?>> SECOND =
      Map.of("in_list", List.class, "in_map", Map.class);

  private Guards() {}

  static Node first(Set<String> overloads, Node node) {
    return guarded(FIRST, overloads, node);
  }

  /** The class that the first argument must be of, null when that is open. */
  static @Nullable Class<?> first(Set<String> overloads) {
    return overloads.size() == 1 ? FIRST.get(overloads.iterator().next()) : null;
  }

  static Node second(Set<String> overloads, Node node) {
    return guarded(SECOND, overloads, node);
  }

  static Object of(Class<?> type, Object value) {
    if (type.isInstance(value)) {
      return value;
    }
    throw Retreat.NOW;
  }

  private static Node guarded(Map<String, Class<?>> types, Set<String> overloads, Node node) {
    Class<?> type = overloads.size() == 1 ? types.get(overloads.iterator().next()) : null;
    boolean sure = node instanceof Node.Constant || type == List.class && node instanceof Collect;
    if (type == null || sure) {
      return node;
    }
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        return of(type, node.eval(slots));
      }

      @Override
      void write(Assembly to) {
        to.constant(type, Class.class);
        node.write(to);
        to.call(Guards.class, "of", Object.class, Class.class, Object.class);
      }
    };
  }
}
