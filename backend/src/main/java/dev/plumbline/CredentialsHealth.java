package dev.plumbline;

import dev.plumbline.cluster.SealedCredentials;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * DEGRADED while stored credentials cannot be opened: pages answer, and scans of those clusters
 * fail.
 */
@Component
class CredentialsHealth implements HealthIndicator {

  static final String DEGRADED = "DEGRADED";

  private final SealedCredentials credentials;

  CredentialsHealth(SealedCredentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public Health health() {
    return credentials
        .lost()
        .map(lost -> Health.status(DEGRADED).withDetail("credentials", lost).build())
        .orElseGet(() -> Health.up().build());
  }
}
