package dev.plumbline.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TenantMemoryTests {

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final AtomicInteger asked = new AtomicInteger();

  private Integer remembered() {
    return Tenant.remembered(Integer.class, asked::incrementAndGet);
  }

  @Test
  void findsOutOnceWhileATenantIsBound() {
    Tenant.run(
        ONE,
        () -> {
          assertThat(remembered()).isEqualTo(1);
          Tenant.run(ONE, () -> assertThat(remembered()).isEqualTo(1));
        });
    Tenant.run(ONE, () -> assertThat(remembered()).isEqualTo(2));
  }

  @Test
  void tellsAnotherTenantNothing() {
    Tenant.run(
        ONE,
        () -> {
          assertThat(remembered()).isEqualTo(1);
          Tenant.run(OTHER, () -> assertThat(remembered()).isEqualTo(2));
          assertThat(remembered()).isEqualTo(1);
        });
  }

  @Test
  void findsOutAgainWhatWasForgotten() {
    Tenant.run(
        ONE,
        () -> {
          remembered();
          Tenant.forget(Integer.class);
          assertThat(remembered()).isEqualTo(2);
        });
  }

  @Test
  void remembersNothingWithoutATenant() {
    assertThatThrownBy(this::remembered).isInstanceOf(Tenant.NoTenant.class);
  }
}
