package dev.plumbline.check.cel;

import dev.plumbline.check.cel.Closures.Compiled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What several expressions read, and where it is: the elements of the list that they run through,
 * an offender, variables, fields that lead from them, then what each needs for itself.
 */
final class Shares {

  static final int ELEMENTS = 0;
  static final int OFFENDER = 1;

  private static final int FIRST = 2;
  private static final int FEWEST = 2;

  /** The chain of an element itself. */
  static final List<String> ELEMENT = List.of("");

  private final Set<String> sure;
  private final String list;
  private final Map<String, Integer> variables = new LinkedHashMap<>();
  private final Map<List<String>, Integer> counts = new LinkedHashMap<>();
  private final Fields fields = new Fields();
  private final Fields ofElements = new Fields();
  private List<String> listed = List.of();
  private int own;
  private int most;

  Shares(Set<String> sure, String list) {
    this.sure = sure;
    this.list = list;
  }

  /** Fields to read one after the other, each from a variable, an element or an earlier one. */
  private static final class Fields {

    private final Map<List<String>, Integer> places = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private void add(List<String> chain, int parent, int place) {
      places.put(chain, place);
      parents.add(parent);
      names.add(chain.getLast());
    }

    private int place(List<String> known) {
      return places.getOrDefault(known, -1);
    }

    private void read(@Nullable Object[] slots, int from) {
      for (int i = 0; i < names.size(); i++) {
        Object parent = slots[parents.get(i)];
        slots[from + i] = parent == null ? null : Selections.get(parent, names.get(i));
      }
    }
  }

  /** Notes what an expression reads; its code is of no use. */
  Of counting(Compiled expression) {
    for (String name : expression.names()) {
      place(name);
    }
    most = Math.max(most, expression.slots());
    return new Of(expression, true);
  }

  Of of(Compiled expression) {
    return new Of(expression, false);
  }

  int place(String variable) {
    return variable.equals(WithOffender.NAME)
        ? OFFENDER
        : variables.computeIfAbsent(variable, name -> FIRST + variables.size());
  }

  /** Gives what is read often a place. */
  void settle() {
    own = FIRST + variables.size();
    counts.forEach((chain, count) -> {
      if (count >= FEWEST) {
        settle(chain, chain.subList(0, chain.size() - 1));
      }
    });
  }

  /** A field is noted after those that it is a field of, and read as often at most. */
  private void settle(List<String> chain, List<String> parent) {
    if (chain.getFirst().isEmpty()) {
      int from = parent.equals(ELEMENT) ? 0 : ofElements.place(parent);
      ofElements.add(chain, from, 1 + ofElements.names.size());
    } else {
      int from = parent.size() == 1 ? place(parent.getFirst()) : fields.place(parent);
      fields.add(chain, from, own++);
    }
  }

  Object[] read(Map<String, Object> bound) {
    var slots = new Object[own + most];
    variables.forEach((name, place) -> put(slots, place, bound.get(name)));
    fields.read(slots, FIRST + variables.size());
    put(slots, ELEMENTS, elements(slots));
    return slots;
  }

  /** What is absent leaves its place empty. */
  private static void put(Object[] slots, int place, @Nullable Object value) {
    if (value != null) {
      slots[place] = value;
    }
  }

  private @Nullable Object elements(@Nullable Object[] slots) {
    Integer place = fields.places.get(listed);
    if (place == null) {
      return null;
    }
    List<?> all = Loops.elements(slots[place]);
    var elements = new @Nullable Object[all.size()][];
    for (int i = 0; i < elements.length; i++) {
      var element = new @Nullable Object[1 + ofElements.names.size()];
      element[0] = all.get(i);
      ofElements.read(element, 1);
      elements[i] = element;
    }
    return elements;
  }

  /**
   * Something that is read for all.
   *
   * @param names how many names lead to it
   */
  record Known(int place, int names) {
    static final Known NOTHING = new Known(-1, 0);
  }

  /** What one expression has of it. */
  final class Of {

    private final Map<Integer, String> names = new HashMap<>();
    private final boolean counting;

    private Of(Compiled expression, boolean counting) {
      this.counting = counting;
      for (int i = 0; i < expression.names().length; i++) {
        names.put(expression.places()[i], expression.names()[i]);
      }
    }

    int place(int slot) {
      String variable = names.get(slot);
      return variable == null ? own + slot : Shares.this.place(variable);
    }

    /** Whether these are the elements that are read for all. */
    boolean elements(Node range) {
      if (!(range instanceof Selections.Field field) || !field.name().equals(list)) {
        return false;
      }
      List<String> chain = chain(range);
      if (counting && chain != null) {
        listed = listed.isEmpty() ? chain : listed;
        count(chain);
      }
      return chain != null
          && chain.equals(listed)
          && (counting || fields.places.containsKey(listed));
    }

    /** The names that lead to a value from a variable; null when it is none of those. */
    @Nullable List<String> chain(Node node) {
      if (node instanceof Node.Slot slot) {
        String variable = names.get(slot.index());
        return variable == null || variable.equals(WithOffender.NAME) ? null : List.of(variable);
      }
      List<String> chain =
          node instanceof Selections.Field field && sure.contains(field.name())
              ? chain(field.operand())
              : null;
      return chain == null || chain.size() > 1
          ? null
          : List.of(chain.getFirst(), ((Selections.Field) node).name());
    }

    /** What is read for all on the way from a chain's end along some names. */
    Known known(List<String> chain, List<String> more) {
      List<String> all = new ArrayList<>(chain);
      all.addAll(more);
      if (counting) {
        count(all);
        return Known.NOTHING;
      }
      Fields read = chain.equals(ELEMENT) ? ofElements : fields;
      for (int names = more.size(); names > 0; names--) {
        int place = read.place(all.subList(0, chain.size() + names));
        if (place >= 0) {
          return new Known(place, names);
        }
      }
      return Known.NOTHING;
    }

    private void count(List<String> chain) {
      boolean within = chain.getFirst().isEmpty();
      if (within || chain.size() > 1 && sure.contains(chain.get(1))) {
        for (int length = 2; length <= chain.size(); length++) {
          counts.merge(List.copyOf(chain.subList(0, length)), 1, Integer::sum);
        }
      }
    }
  }
}
