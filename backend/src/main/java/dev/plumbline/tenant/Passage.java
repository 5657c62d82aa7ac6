package dev.plumbline.tenant;

/** Carries checked exceptions of two types out of a scoped call, whose signature knows one. */
final class Passage {

  private Passage() {}

  static <X extends Exception, Y extends Exception> void through(
      ScopedValue.Carrier carrier, Tenant.Work<X, Y> work) throws X, Y {
    Passage.<RuntimeException>call(carrier, work);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void call(
      ScopedValue.Carrier carrier, Tenant.Work<?, ?> work) throws E {
    try {
      carrier.call(() -> {
        work.run();
        return true;
      });
    } catch (Exception e) {
      throw (E) e;
    }
  }
}
