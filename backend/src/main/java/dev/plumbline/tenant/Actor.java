package dev.plumbline.tenant;

import java.util.Optional;
import java.util.UUID;

/**
 * Who is at work, for the audit log.
 *
 * @param label an e-mail address, {@code token NAME}, or {@code system}
 * @param person who stands behind it: whoever signed in or made the token; empty for the system
 */
public record Actor(String label, Optional<UUID> person) {

  public static final Actor SYSTEM = new Actor("system", Optional.empty());

  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

  public static Actor of(Person person) {
    return new Actor(person.email(), Optional.of(person.id()));
  }

  /** The actor bound to this thread; the system itself when none is. */
  public static Actor current() {
    return CURRENT.isBound() ? CURRENT.get() : SYSTEM;
  }

  /** Does work as an actor; the work may throw two kinds of checked exception, as filters do. */
  public static <X extends Exception, Y extends Exception> void enter(
      Actor actor, Tenant.Work<X, Y> work) throws X, Y {
    Passage.through(ScopedValue.where(CURRENT, actor), work);
  }
}
