package dev.plumbline.inventory.fact.admission.condition;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.jmespath.Json;
import dev.plumbline.inventory.fact.admission.jmespath.Values;
import dev.plumbline.inventory.fact.admission.pattern.Wildcards;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same as the operators In and NotIn, which are older, ask it. */
final class OldMembership {

  private final Meter meter;

  OldMembership(Meter meter) {
    this.meter = meter;
  }

  boolean in(@Nullable Object key, @Nullable Object value) {
    return key instanceof List<?> keys ? many(keys, value, false) : one(key, value).orElse(false);
  }

  boolean notIn(@Nullable Object key, @Nullable Object value) {
    return key instanceof List<?> keys
        ? many(keys, value, true)
        : one(key, value).stream().anyMatch(there -> !there);
  }

  private Optional<Boolean> one(@Nullable Object key, @Nullable Object value) {
    boolean single = key instanceof String || key instanceof Number || key instanceof Boolean;
    return single ? one(Values.printed(key, meter), value) : Optional.empty();
  }

  private Optional<Boolean> one(String key, @Nullable Object value) {
    return switch (value) {
      case List<?> list ->
          Optional.of(list.stream().anyMatch(it -> alike(key, Values.printed(it, meter))));
      case String text ->
          Wildcards.meets(text, key, meter)
              ? Optional.of(true)
              : Json.list(text).map(texts -> texts.contains(key));
      case null, default -> Optional.empty();
    };
  }

  private boolean many(List<?> keys, @Nullable Object value, boolean not) {
    if (!keys.stream().allMatch(String.class::isInstance)) {
      throw new NotUnderstood("asks In for what is no text");
    }
    if (value instanceof String text) {
      return keys.equals(List.of(text))
          || Json.list(text).stream().anyMatch(texts -> texts.containsAll(keys) != not);
    }
    return value instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)
        && list.containsAll(keys) != not;
  }

  private boolean alike(String key, String value) {
    return Wildcards.meets(key, value, meter) || Wildcards.meets(value, key, meter);
  }
}
