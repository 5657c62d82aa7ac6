package dev.plumbline.check.cel;

import dev.plumbline.check.cel.Guess.Constant;
import dev.plumbline.check.cel.Guess.Items;
import dev.plumbline.check.cel.Guess.Many;
import dev.plumbline.check.cel.Guess.Maybe;
import dev.plumbline.check.cel.Guess.Part;
import dev.plumbline.check.cel.Guess.Root;
import dev.plumbline.check.cel.Silence.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What an expression asks of a document, and of which kind it takes its parts to be. */
final class Demands {

  private static final String CONTAINERS = "containers";
  private static final String ADDED = "list";

  private final Terms terms;
  private final Predicate<String> absent;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<Step> steps = new LinkedHashSet<>();
  private final Set<String> maps = new LinkedHashSet<>();
  private final Set<String> lists = new LinkedHashSet<>();
  private final Set<String> elements = new LinkedHashSet<>();

  /**
   * @param absent fields taken to be absent
   */
  Demands(Terms terms, Predicate<String> absent) {
    this.terms = terms;
    this.absent = absent;
  }

  /** Every field of the document that was asked for, outer ones first. */
  Set<String> asked() {
    return asked;
  }

  /** What it took for granted besides. */
  Silence silence(Set<String> fields) {
    return new Silence(fields, steps, maps, lists, elements);
  }

  /** A field, as an optional. */
  Guess found(Guess operand, String field) {
    return switch (operand) {
      case Root(String shape) -> terms.document(shape, field) ? ofRoot(field) : Guess.OPEN;
      case Part part when part.otherwise().isEmpty() || part.stands(Map.class) ->
          within(part.element() ? elements : maps, part.field(), field);
      case Maybe(String outer) -> within(maps, outer, field);
      case Constant(Optional<?> none) when none.isEmpty() -> Guess.NOTHING;
      case Constant(Map<?, ?> map) -> new Constant(Optional.ofNullable(map.get(field)));
      default -> Guess.OPEN;
    };
  }

  private static Guess ofRoot(String field) {
    return field.equals(CONTAINERS)
        ? new Many(new Part(field, true, Optional.empty()))
        : new Maybe(field);
  }

  private Guess within(Set<String> kind, String outer, String field) {
    if (outer.isEmpty()) {
      return Guess.OPEN;
    }
    kind.add(outer);
    if (added(outer, field)) {
      return new Maybe(field);
    }
    asked.add(field);
    steps.add(new Step(outer, field));
    return absent.test(field)
        ? Guess.NOTHING
        : new Maybe(Silence.FREE.contains(outer) ? "" : field);
  }

  /** Whether it is said of a container although its document does not. */
  static boolean added(String outer, String field) {
    return outer.equals(CONTAINERS) && field.equals(ADDED);
  }

  /** Whether the kind of such fields can be asked for. */
  private static boolean known(Part part) {
    return !part.element() && !part.field().isEmpty();
  }

  /** Whether it is a map. */
  boolean keyed(Guess where) {
    if (where instanceof Part part && known(part) && part.stands(Map.class)) {
      maps.add(part.field());
      return true;
    }
    return false;
  }

  /** What each element of a list is. */
  Guess elements(Guess list) {
    return switch (list) {
      case Many(Guess element) -> element;
      case Constant(List<?> all) -> Guess.SOME;
      case Items items -> Guess.SOME;
      case Part part when known(part) && part.stands(List.class) -> {
        lists.add(part.field());
        yield new Part(part.field(), true, Optional.empty());
      }
      default -> Guess.OPEN;
    };
  }
}
