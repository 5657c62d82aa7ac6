package dev.plumbline.inventory.fact.admission.cel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names that loops bind, the innermost first. */
record Scope(String name, Object value, @Nullable Scope outer) {

  static final Scope EMPTY = new Scope("", Null.NULL, null);

  Scope with(String newName, Object newValue) {
    return new Scope(newName, newValue, this);
  }

  Optional<Object> find(String wanted) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.name.equals(wanted)) {
        return Optional.of(scope.value);
      }
    }
    return Optional.empty();
  }
}
