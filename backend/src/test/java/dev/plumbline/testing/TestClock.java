package dev.plumbline.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** A clock that runs with the system's, moved by as much as a test says; set back after each. */
public final class TestClock extends Clock {

  private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

  /** Moves the clock forward, or back when negative. */
  public void advance(Duration by) {
    shift.updateAndGet(now -> now.plus(by));
  }

  /** Moves the clock to this instant; it goes on running from there. */
  public void set(Instant instant) {
    shift.set(Duration.between(Instant.now(), instant));
  }

  /** Goes back to the system's time. */
  public void reset() {
    shift.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(shift.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the product keeps time in UTC");
  }

  /** Puts this clock in the place of the system's. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Wiring {
    @Bean
    @Primary
    TestClock testClock() {
      return new TestClock();
    }
  }

  /** Sets the clock back after each test. */
  static class Reset extends AbstractTestExecutionListener {
    @Override
    public void afterTestMethod(TestContext context) {
      context.getApplicationContext().getBean(TestClock.class).reset();
    }
  }
}
