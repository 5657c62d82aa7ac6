package dev.plumbline.tenant;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tenant in whose name the current thread works; bound for the length of a call, never
 * inherited by executors.
 */
public final class Tenant {

  private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

  private static final ScopedValue<Map<Object, Object>> MEMORY = ScopedValue.newInstance();

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
    return bound(tenant).call(work::get);
  }

  /** Does work in the name of a tenant. */
  public static void run(UUID tenant, Runnable work) {
    refuseInsideAnother(tenant);
    bound(tenant).run(work);
  }

  /** Does work that may throw two kinds of checked exception, as filters do. */
  public static <X extends Exception, Y extends Exception> void enter(UUID tenant, Work<X, Y> work)
      throws X, Y {
    refuseInsideAnother(tenant);
    Passage.through(bound(tenant), work);
  }

  /**
   * What was found out before under a key, for as long as the tenant stays bound: one request, one
   * job. Throws {@link NoTenant} when none is.
   */
  public static <T> T remembered(Class<T> key, Supplier<T> found) {
    current();
    Map<Object, Object> memory = MEMORY.get();
    Object known = memory.get(key);
    T value = known == null ? found.get() : key.cast(known);
    memory.put(key, value);
    return value;
  }

  /** Forgets what was {@link #remembered}. */
  public static void forget(Class<?> key) {
    current();
    MEMORY.get().remove(key);
  }

  private static ScopedValue.Carrier bound(UUID tenant) {
    boolean same = CURRENT.isBound() && CURRENT.get().equals(tenant);
    Map<Object, Object> memory = same ? MEMORY.get() : new ConcurrentHashMap<>();
    return ScopedValue.where(CURRENT, tenant).where(MEMORY, memory);
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
