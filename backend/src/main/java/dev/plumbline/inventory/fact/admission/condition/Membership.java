package dev.plumbline.inventory.fact.admission.condition;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.jmespath.Json;
import dev.plumbline.inventory.fact.admission.jmespath.Values;
import dev.plumbline.inventory.fact.admission.pattern.Outcome;
import dev.plumbline.inventory.fact.admission.pattern.Patterns;
import dev.plumbline.inventory.fact.admission.pattern.Wildcards;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether any or all of several texts are among others, as AnyIn, AnyNotIn, AllIn and AllNotIn ask
 * it. Either side may hold wildcards. What is neither text nor list never holds.
 */
final class Membership {

  private static final Pattern RANGE =
      Pattern.compile("[-|+]?\\d+(?:\\.\\d+)?[A-Za-z]*-[-|+]?\\d+(?:\\.\\d+)?[A-Za-z]*");

  private final Meter meter;
  private final boolean any;

  /**
   * Of any, or else of all texts.
   *
   * @param any whether one of them is enough
   */
  Membership(Meter meter, boolean any) {
    this.meter = meter;
    this.any = any;
  }

  boolean in(@Nullable Object key, @Nullable Object value) {
    return holds(key, value, false);
  }

  boolean notIn(@Nullable Object key, @Nullable Object value) {
    return holds(key, value, true);
  }

  private boolean holds(@Nullable Object key, @Nullable Object value, boolean not) {
    return switch (key) {
      case List<?> keys -> many(printed(keys), value, not);
      case String text -> one(text, value).stream().anyMatch(there -> there != not);
      case Number number -> holds(Values.printed(number, meter), value, not);
      case Boolean truth -> holds(truth.toString(), value, not);
      case null, default -> false;
    };
  }

  /** Empty where the value is no list of texts. */
  private Optional<Boolean> one(String key, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return Optional.of(list.stream().anyMatch(it -> alike(key, Values.printed(it, meter))));
    }
    if (!(value instanceof String wanted)) {
      return Optional.empty();
    }
    if (Wildcards.meets(wanted, key, meter)) {
      return Optional.of(true);
    }
    return range(wanted)
        ? Optional.of(within(key, wanted))
        : Json.texts(wanted).map(texts -> texts.contains(key));
  }

  private boolean many(List<String> keys, @Nullable Object value, boolean not) {
    return switch (value) {
      case List<?> list -> among(keys, printed(list), not);
      case String text -> many(keys, text, not);
      case Number number when any -> among(keys, List.of(Values.printed(number, meter)), not);
      case Boolean truth when any -> among(keys, List.of(truth.toString()), not);
      case null, default -> false;
    };
  }

  private boolean many(List<String> keys, String value, boolean not) {
    if (keys.equals(List.of(value))) {
      return !not;
    }
    if (range(value)) {
      String outside = value.replaceFirst("-", "!-");
      return any && not
          ? keys.stream().anyMatch(key -> within(key, outside))
          : decided(keys, key -> within(key, value), not);
    }
    return Json.texts(value).stream().anyMatch(texts -> among(keys, texts, not));
  }

  private boolean among(List<String> keys, List<String> values, boolean not) {
    return decided(keys, key -> values.stream().anyMatch(value -> alike(key, value)), not);
  }

  private boolean decided(List<String> keys, Predicate<String> there, boolean not) {
    Predicate<String> wanted = not ? there.negate() : there;
    return any ? keys.stream().anyMatch(wanted) : keys.stream().allMatch(wanted);
  }

  private List<String> printed(List<?> list) {
    return list.stream().map(one -> Values.printed(one, meter)).toList();
  }

  private boolean alike(String key, String value) {
    return Wildcards.meets(key, value, meter) || Wildcards.meets(value, key, meter);
  }

  private static boolean range(String text) {
    return text.length() > 1 && "<>!".indexOf(text.charAt(0)) < 0 && RANGE.matcher(text).matches();
  }

  private boolean within(String key, String range) {
    return new Patterns(meter).of(key, range) == Outcome.MET;
  }
}
