package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.jmespath.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk over an expression. A field that a map does not have is an error, which most of what
 * stands around it takes for null, as Kyverno's own interpreter has it.
 */
final class Walk {

  private final Meter meter;
  private final boolean compares;

  /**
   * A walk.
   *
   * @param compares whether the numbers that are found are of the kind that expressions compare
   */
  Walk(Meter meter, boolean compares) {
    this.meter = meter;
    this.compares = compares;
  }

  Meter meter() {
    return meter;
  }

  @Nullable Object of(Node node, @Nullable Object value) {
    meter.down();
    try {
      return found(node, value);
    } finally {
      meter.up();
    }
  }

  private @Nullable Object found(Node node, @Nullable Object value) {
    return switch (node) {
      case Node.Current _ -> value;
      case Node.Field field -> field(value, field.name());
      case Node.Literal literal -> literal.value();
      case Node.Chain chain -> of(chain.right(), of(chain.left(), value));
      case Node.Pipe pipe -> lenient(pipe.right(), lenient(pipe.left(), value));
      case Node.Index index -> index(value, index.at());
      case Node.Slice slice -> slice(value, slice);
      case Node.Flatten flatten -> flatten(forgiving(flatten.of(), value));
      case Node.Projection projection ->
          lenient(projection.of(), value) instanceof List<?> list
              ? each(list, projection.each())
              : null;
      case Node.Values values -> values(forgiving(values.of(), value), values.each());
      case Node.Filter filter -> filter(forgiving(filter.of(), value), filter);
      case Node.Many many -> value == null ? null : many(many.parts(), value);
      case Node.Hash hash -> value == null ? null : hash(hash.parts(), value);
      case Node.Or or -> or(or, value);
      case Node.And and -> and(and, value);
      case Node.Not not -> !Values.truth(lenient(not.of(), value));
      case Node.Comparison comparison -> compare(comparison, value);
      case Node.Call call -> Functions.call(call.function(), many(call.arguments(), value), this);
      case Node.Reference reference -> reference;
    };
  }

  /** Null where a field is not there. */
  @Nullable Object lenient(Node node, @Nullable Object value) {
    try {
      return of(node, value);
    } catch (Missing e) {
      return null;
    }
  }

  /** Null where there is any error. */
  private @Nullable Object forgiving(Node node, @Nullable Object value) {
    try {
      return of(node, value);
    } catch (Failed e) {
      return null;
    }
  }

  private static @Nullable Object field(@Nullable Object value, String name) {
    if (!(value instanceof Map<?, ?> map)) {
      return null;
    }
    if (!map.containsKey(name)) {
      throw new Missing(name);
    }
    return Values.plain(map.get(name));
  }

  private static @Nullable Object index(@Nullable Object value, int at) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    int index = at < 0 ? at + list.size() : at;
    return index >= 0 && index < list.size() ? Values.plain(list.get(index)) : null;
  }

  private @Nullable Object slice(@Nullable Object value, Node.Slice slice) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    int step = slice.step().orElse(1);
    if (step == 0) {
      throw new Failed("a slice has steps of 0");
    }
    int size = list.size();
    int from = slice.from().map(it -> bound(it, size, step)).orElse(step < 0 ? size - 1 : 0);
    int to = slice.to().map(it -> bound(it, size, step)).orElse(step < 0 ? -1 : size);
    List<@Nullable Object> part = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      meter.step();
      part.add(list.get((int) i));
    }
    return part;
  }

  private static int bound(int at, int size, int step) {
    int index = at < 0 ? at + size : at;
    int last = step < 0 ? size - 1 : size;
    return index < 0 ? (step < 0 ? -1 : 0) : Math.min(index, last);
  }

  private @Nullable Object flatten(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<@Nullable Object> flat = new ArrayList<>();
    for (Object element : list) {
      if (element instanceof List<?> inner) {
        meter.charge(inner.size());
        flat.addAll(inner);
      } else {
        flat.add(element);
      }
      meter.step();
    }
    return flat;
  }

  private List<Object> each(List<?> list, Node node) {
    List<Object> made = new ArrayList<>();
    for (Object element : list) {
      Optional.ofNullable(lenient(node, Values.plain(element))).ifPresent(made::add);
    }
    return made;
  }

  /** Kyverno's interpreter takes as many nulls before the values. */
  private @Nullable Object values(@Nullable Object value, Node each) {
    if (!(value instanceof Map<?, ?> map)) {
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    map.forEach((key, inner) -> values.add(null));
    values.addAll(map.values());
    return each(values, each);
  }

  private @Nullable Object filter(@Nullable Object value, Node.Filter filter) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<@Nullable Object> chosen = new ArrayList<>();
    for (Object element : list) {
      if (Values.truth(lenient(filter.condition(), Values.plain(element)))) {
        chosen.add(element);
      }
    }
    return each(chosen, filter.each());
  }

  private List<@Nullable Object> many(List<Node> parts, @Nullable Object value) {
    List<@Nullable Object> made = new ArrayList<>();
    parts.forEach(part -> made.add(lenient(part, value)));
    return made;
  }

  private Map<String, @Nullable Object> hash(Map<String, Node> parts, Object value) {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    parts.forEach((key, part) -> made.put(key, lenient(part, value)));
    return made;
  }

  private @Nullable Object or(Node.Or or, @Nullable Object value) {
    Object left = lenient(or.left(), value);
    return Values.truth(left) ? left : lenient(or.right(), value);
  }

  private @Nullable Object and(Node.And and, @Nullable Object value) {
    Object left = lenient(and.left(), value);
    return Values.truth(left) ? of(and.right(), value) : left;
  }

  private @Nullable Object compare(Node.Comparison comparison, @Nullable Object value) {
    Object left = lenient(comparison.left(), value);
    Object right = lenient(comparison.right(), value);
    if (!compares && (counted(comparison.left(), left) || counted(comparison.right(), right))) {
      throw new NotUnderstood("compares numbers of the object in a rule that is not the first");
    }
    if (comparison.sign() == Kind.EQUAL || comparison.sign() == Kind.UNEQUAL) {
      boolean counted = left instanceof Integer || right instanceof Integer;
      boolean same = !counted && Values.same(left, right, meter);
      return same == (comparison.sign() == Kind.EQUAL);
    }
    boolean numbers = Functions.number(left) && Functions.number(right);
    if (numbers && left instanceof Number one && right instanceof Number other) {
      return holds(comparison.sign(), Double.compare(one.doubleValue(), other.doubleValue()));
    }
    return null;
  }

  /** Whether a value is a number of the object, not one that an expression makes. */
  private static boolean counted(Node node, @Nullable Object value) {
    return value instanceof Number && !(node instanceof Node.Literal || node instanceof Node.Call);
  }

  private static boolean holds(Kind sign, int order) {
    return switch (sign) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      default -> order >= 0;
    };
  }
}
