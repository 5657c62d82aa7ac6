package dev.plumbline.tenant;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tenant in whose name the current thread works; bound for the length of a call, never
 * inherited by executors.
 */
public final class Tenant {

  private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

  private Tenant() {}

  public static boolean isBound() {
    return CURRENT.isBound();
  }

  /** The bound tenant. Throws {@link NoTenant} when none is. */
  public static UUID current() {
    if (!CURRENT.isBound()) {
      throw new NoTenant();
    }
    return CURRENT.get();
  }

  /** Does work in the name of a tenant and returns what it yields. */
  public static <T extends @Nullable Object> T call(UUID tenant, Supplier<T> work) {
    refuseInsideAnother(tenant);
    return ScopedValue.where(CURRENT, tenant).call(work::get);
  }

  /** Does work in the name of a tenant. */
  public static void run(UUID tenant, Runnable work) {
    refuseInsideAnother(tenant);
    ScopedValue.where(CURRENT, tenant).run(work);
  }

  /** Does work that may throw two kinds of checked exception, as filters do. */
  public static <X extends Exception, Y extends Exception> void enter(UUID tenant, Work<X, Y> work)
      throws X, Y {
    refuseInsideAnother(tenant);
    Passage.through(ScopedValue.where(CURRENT, tenant), work);
  }

  private static void refuseInsideAnother(UUID tenant) {
    boolean same = CURRENT.isBound() && CURRENT.get().equals(tenant);
    if (!same && TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a transaction of another tenant is running");
    }
  }

  /** Work that may throw two kinds of checked exception. */
  public interface Work<X extends Exception, Y extends Exception> {
    void run() throws X, Y;
  }

  /** There is no tenant in whose name to work. */
  public static final class NoTenant extends IllegalStateException {
    NoTenant() {
      super("no tenant is bound");
    }
  }
}
