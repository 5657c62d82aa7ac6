package dev.plumbline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginThrottleTests {

  private final LoginThrottle throttle = new LoginThrottle(3);

  @Test
  void anAccountIsSlowedDownWhateverTheAddress() {
    for (int i = 0; i < 3; i++) {
      assertThat(throttle.allows("192.0.2." + i, "mira@example.org")).isTrue();
    }
    assertThat(throttle.allows("192.0.2.9", "mira@example.org")).isFalse();
    assertThat(throttle.allows("192.0.2.10", "someone@example.org")).isTrue();
  }

  @Test
  void anAddressIsSlowedDownWhateverTheAccount() {
    for (int i = 0; i < 3; i++) {
      assertThat(throttle.allows("192.0.2.1", i + "@example.org")).isTrue();
    }
    assertThat(throttle.allows("192.0.2.1", "9@example.org")).isFalse();
  }
}
