package dev.plumbline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class RateLimitIntegrationTests {

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired RateLimits limits;
  @Autowired TestClock clock;
  @LocalServerPort int port;

  @Test
  void aTokenThatHasSpentItsQuotaWaitsWhileAnotherGoesOn() {
    var organisation =
        organisations.found(
            "Busy",
            people.register(
                UUID.randomUUID() + "@example.org", "Mira", "nine plain words nobody else has"));
    String busy = token(organisation.id(), "busy");
    var other = new ApiCaller(port, token(organisation.id(), "other"));
    spend(tokens.open(busy).orElseThrow().id());
    clock.advance(Duration.ofMinutes(-5));
    var refused = new ApiCaller(port, busy).get("/api/v1/checks");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
        .isPositive();
    assertThat(refused.headers().firstValue("RateLimit-Policy"))
        .contains("\"token\";q=100000;w=60");
    assertThat(refused.headers().firstValue("RateLimit").orElse("")).startsWith("\"token\";r=0;t=");
    assertThat(other.get("/api/v1/checks").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(7));
    assertThat(new ApiCaller(port, busy).get("/api/v1/checks").statusCode()).isEqualTo(200);
  }

  private String token(UUID organisation, String name) {
    return Tenant.call(organisation, () -> tokens.create(name, Role.VIEWER, null, Role.OWNER));
  }

  private void spend(UUID token) {
    while (limits.take(token).pause() == 0) {
      continue;
    }
  }
}
