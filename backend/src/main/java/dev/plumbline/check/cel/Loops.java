package dev.plumbline.check.cel;

import dev.plumbline.inventory.FieldMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the macros over lists do; over a map they run over its keys. */
final class Loops {

  private Loops() {}

  /** {@code range.filter(x, condition).map(x, element)}; either part may be left out. */
  static Node collect(Node range, int slot, Node condition, Node element) {
    return range instanceof Logic.Choice choice
        ? choice.inEach(either -> collect(either, slot, condition, element))
        : new Collect(range, slot, condition, element, false);
  }

  /** Finds and maps elements; {@code flat} puts those of lists in place of the lists. */
  static final class Collect extends Node {

    private final Node range;
    private final int slot;
    private final Node condition;
    private final Node element;
    private final boolean flat;

    private Collect(Node range, int slot, Node condition, Node element, boolean flat) {
      this.range = range;
      this.slot = slot;
      this.condition = condition;
      this.element = element;
      this.flat = flat;
    }

    /** This, then {@code flatten()}. */
    Node flat() {
      return flat
          ? Calls.one(this, Calls::flatten)
          : new Collect(range, slot, condition, element, true);
    }

    @Override
    Object eval(Object[] slots) {
      List<?> all = elements(range.eval(slots));
      List<Object> found = null;
      for (int i = 0; i < all.size(); i++) {
        slots[slot] = all.get(i);
        if (condition.test(slots)) {
          found = with(found, element.eval(slots), flat);
        }
      }
      return found == null ? none() : found;
    }

    @Override
    void write(Assembly to) {
      to.collected(range, slot, condition, element, flat);
    }
  }

  static List<Object> none() {
    return List.of();
  }

  static @Nullable List<Object> with(@Nullable List<Object> found, Object one, boolean flat) {
    if (flat && one instanceof List<?> inner) {
      return inner.isEmpty() ? found : added(found, inner);
    }
    List<Object> all = found == null ? new ArrayList<>(4) : found;
    all.add(one);
    return all;
  }

  private static List<Object> added(@Nullable List<Object> found, List<?> inner) {
    List<Object> all = found == null ? new ArrayList<>(4) : found;
    all.addAll(inner);
    return all;
  }

  /** {@code exists} when {@code wanted}, else {@code all}. */
  static Node quantify(Node range, int slot, Node condition, boolean wanted) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        try {
          List<?> all = elements(range.eval(slots));
          for (int i = 0; i < all.size(); i++) {
            slots[slot] = all.get(i);
            if (condition.test(slots) == wanted) {
              return wanted;
            }
          }
          return !wanted;
        } catch (UnknownAnswer unknown) {
          throw Retreat.NOW;
        }
      }

      @Override
      void writeTest(Assembly to) {
        to.guarded(() -> to.quantified(range, slot, condition, wanted));
      }
    };
  }

  /** {@code cel.bind(x, value, body)}. */
  static Node bind(int slot, Node value, Node body) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        try {
          slots[slot] = value.eval(slots);
        } catch (UnknownAnswer unknown) {
          throw Retreat.NOW;
        }
        return body.eval(slots);
      }

      @Override
      void write(Assembly to) {
        to.toSlot(slot, () -> to.guarded(() -> value.write(to)));
        body.write(to);
      }
    };
  }

  /** All lists here are quick at any place. */
  static List<?> elements(@Nullable Object range) {
    if (range instanceof List<?> list) {
      return list;
    }
    return switch (range) {
      case FieldMap map -> map.names();
      case Map<?, ?> map -> List.copyOf(map.keySet());
      case null, default -> throw Retreat.NOW;
    };
  }
}
