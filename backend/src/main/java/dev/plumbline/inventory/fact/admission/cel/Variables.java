package dev.plumbline.inventory.fact.admission.cel;

import java.util.Optional;

/** What an expression may name. */
@FunctionalInterface
public interface Variables {

  /** The value of a name; asked only when the expression comes to it. */
  Optional<Object> find(String name);
}
