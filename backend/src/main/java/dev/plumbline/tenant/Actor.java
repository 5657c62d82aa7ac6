package dev.plumbline.tenant;

/**
 * Who is at work, for the audit log.
 *
 * @param label an e-mail address, {@code token NAME}, or {@code system}
 */
public record Actor(String label) {

  public static final Actor SYSTEM = new Actor("system");

  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

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
