package dev.plumbline.inventory.fact.admission.pattern;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.pattern.Anchor.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds objects against patterns, as Kyverno's documentation and engine do it. */
public final class Patterns {

  private final Scalars scalars;
  private final Meter meter;

  /** A reader of patterns. */
  public Patterns(Meter meter) {
    this.scalars = new Scalars(meter);
    this.meter = meter;
  }

  /**
   * What a pattern makes of an object.
   *
   * @throws NotUnderstood where it uses what is not known here
   */
  public Outcome of(@Nullable Object value, @Nullable Object pattern) {
    meter.down();
    Outcome outcome = held(value, pattern);
    meter.up();
    return outcome;
  }

  private Outcome held(@Nullable Object value, @Nullable Object pattern) {
    return switch (pattern) {
      case Map<?, ?> map -> value instanceof Map<?, ?> object ? map(object, map) : Outcome.FAILED;
      case List<?> list -> value instanceof List<?> values ? list(values, list) : Outcome.FAILED;
      case null -> nothing(value) ? Outcome.MET : Outcome.FAILED;
      default -> scalar(value, pattern);
    };
  }

  private static boolean nothing(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isEmpty();
      case Boolean truth -> !truth;
      case Number number -> number.doubleValue() == 0;
      default -> false;
    };
  }

  private Outcome scalar(@Nullable Object value, Object pattern) {
    if (pattern instanceof String text && (text.contains("{{") || text.contains("$("))) {
      throw new NotUnderstood("uses variables: " + text);
    }
    boolean met =
        value instanceof List<?> all
            ? all.stream().allMatch(one -> scalars.meets(one, pattern))
            : scalars.meets(value, pattern);
    return met ? Outcome.MET : Outcome.FAILED;
  }

  /**
   * Anchors first, in the order of their signs; what a condition leaves out fails no more. Then
   * fields with anchors within, from the last name to the first, then the others.
   */
  private Outcome map(Map<?, ?> value, Map<?, ?> pattern) {
    var anchors = new TreeMap<String, @Nullable Object>();
    var fields = new TreeMap<String, @Nullable Object>();
    pattern.forEach((key, inner) ->
        (Anchor.of(plain(key)).first() ? anchors : fields).put(String.valueOf(key), inner));
    Outcome before = anchors(value, anchors);
    if (before != Outcome.MET) {
      return before;
    }
    List<Map.Entry<String, @Nullable Object>> order = new ArrayList<>(fields.entrySet());
    order.removeIf(this::early);
    fields.entrySet().stream().filter(this::early).forEach(order::addFirst);
    for (Map.Entry<String, @Nullable Object> one : order) {
      Outcome outcome = field(value, Anchor.of(one.getKey()), one.getValue());
      if (outcome != Outcome.MET) {
        return outcome;
      }
    }
    return Outcome.MET;
  }

  private Outcome anchors(Map<?, ?> value, Map<String, @Nullable Object> anchors) {
    boolean skipped = false;
    boolean allSkipped = false;
    boolean met = false;
    for (Map.Entry<String, @Nullable Object> one : anchors.entrySet()) {
      Outcome outcome = field(value, Anchor.of(one.getKey()), one.getValue());
      if (outcome == Outcome.FAILED && !skipped) {
        return outcome;
      }
      skipped |= outcome == Outcome.SKIPPED;
      allSkipped |= outcome == Outcome.ALL_SKIPPED;
      met |= outcome == Outcome.MET;
    }
    return skipped || (allSkipped && !met) ? Outcome.ALL_SKIPPED : Outcome.MET;
  }

  private Outcome field(Map<?, ?> value, Anchor anchor, @Nullable Object pattern) {
    Object inner = value.get(anchor.field());
    boolean there = value.containsKey(anchor.field());
    return switch (anchor.type()) {
      case NEGATION -> there ? Outcome.FAILED : Outcome.MET;
      case EQUALITY -> there ? of(inner, pattern) : Outcome.MET;
      case CONDITION -> there && of(inner, pattern) == Outcome.MET ? Outcome.MET : Outcome.SKIPPED;
      case GLOBAL -> !there || of(inner, pattern) == Outcome.MET ? Outcome.MET : Outcome.SKIPPED;
      case EXISTENCE -> there ? exists(inner, pattern) : Outcome.MET;
      case NONE, ADDITION -> plainField(inner, pattern);
    };
  }

  private Outcome plainField(@Nullable Object value, @Nullable Object pattern) {
    if ("*".equals(pattern)) {
      return value == null ? Outcome.FAILED : Outcome.MET;
    }
    return of(value, pattern);
  }

  private Outcome exists(@Nullable Object value, @Nullable Object pattern) {
    if (!(value instanceof List<?> values && pattern instanceof List<?> patterns)) {
      return Outcome.FAILED;
    }
    boolean all =
        patterns.stream()
            .allMatch(wanted ->
                wanted instanceof Map<?, ?>
                    && values.stream().anyMatch(one -> of(one, wanted) == Outcome.MET));
    return all ? Outcome.MET : Outcome.FAILED;
  }

  /** Of several patterns for maps or single values only the first counts. */
  private Outcome list(List<?> values, List<?> patterns) {
    if (patterns.isEmpty()) {
      return Outcome.FAILED;
    }
    Object first = patterns.getFirst();
    if (first instanceof List<?>) {
      throw new NotUnderstood("holds lists of lists against each other");
    }
    if (!(first instanceof Map<?, ?>)) {
      return of(values, first);
    }
    boolean met = false;
    boolean skipped = false;
    for (Object value : values) {
      Outcome outcome = of(value, first);
      if (outcome == Outcome.FAILED) {
        return outcome;
      }
      met |= outcome == Outcome.MET;
      skipped |= outcome.skipped();
    }
    return skipped && !met ? Outcome.ALL_SKIPPED : Outcome.MET;
  }

  /** Whether a field is looked at before others: those with anchors within. */
  private boolean early(Map.Entry<String, @Nullable Object> field) {
    return Anchor.of(field.getKey()).type() == Type.GLOBAL || anchored(field.getValue());
  }

  private boolean anchored(@Nullable Object pattern) {
    meter.down();
    boolean anchored =
        switch (pattern) {
          case Map<?, ?> map ->
              map.entrySet().stream()
                  .anyMatch(it -> nested(String.valueOf(it.getKey())) || anchored(it.getValue()));
          case List<?> list -> list.stream().anyMatch(this::anchored);
          case null, default -> false;
        };
    meter.up();
    return anchored;
  }

  private static boolean nested(String key) {
    Type type = Anchor.of(key).type();
    return type != Type.NONE && type != Type.ADDITION;
  }

  private static String plain(Object key) {
    String text = String.valueOf(key);
    if (text.contains("{{")) {
      throw new NotUnderstood("uses variables: " + text);
    }
    return text;
  }
}
