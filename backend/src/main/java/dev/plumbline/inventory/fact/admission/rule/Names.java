package dev.plumbline.inventory.fact.admission.rule;

import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.AbstractMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a rule can name, the nearest first. What is told by a function is asked
 * for once, when it is first named, and sees only what was there before it.
 */
public final class Names extends AbstractMap<String, Object> {

  private final Optional<Names> before;
  private final String name;
  private final Function<Names, Object> value;
  private @Nullable Object known;

  private Names(Optional<Names> before, String name, Function<Names, Object> value) {
    this.before = before;
    this.name = name;
    this.value = value;
  }

  /** The first name and what it stands for. */
  public static Names of(String name, Object value) {
    return new Names(Optional.empty(), name, all -> value);
  }

  /** These and one more. */
  public Names with(String more, Object is) {
    return new Names(Optional.of(this), more, all -> is);
  }

  /** These and one more, told when it is first named. */
  public Names withLater(String more, Function<Names, Object> is) {
    return new Names(Optional.of(this), more, is);
  }

  private Optional<Names> find(@Nullable Object wanted) {
    for (Optional<Names> at = Optional.of(this); at.isPresent(); at = at.get().before) {
      if (at.get().name.equals(wanted)) {
        return at;
      }
    }
    return Optional.empty();
  }

  private Object value() {
    Object told = known;
    if (told == null) {
      told = value.apply(before.orElse(this));
      known = told;
    }
    return told;
  }

  @Override
  public @Nullable Object get(@Nullable Object wanted) {
    return find(wanted).map(Names::value).orElse(null);
  }

  @Override
  public boolean containsKey(@Nullable Object wanted) {
    return find(wanted).isPresent();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    throw new NotUnderstood("asks for everything at once");
  }
}
