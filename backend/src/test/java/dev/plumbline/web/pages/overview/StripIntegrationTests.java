package dev.plumbline.web.pages.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.scan.SampleData;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
class StripIntegrationTests {

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired SampleData sample;
  @Autowired Scans scans;
  @Autowired Strip strip;
  @Autowired TestClock clock;

  @Test
  void nothingPassesOnClustersNotLookedAtForTooLong() {
    var owner =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password");
    UUID tenant = organisations.found("Lapsing", owner).id();
    Tenant.run(
        tenant,
        () -> {
          sample.load();
          Instant now = clock.instant();
          assertThat(passing(now)).anyMatch(pass -> pass > 0);
          clock.set(now.plus(Duration.ofDays(100)));
          assertThat(passing(clock.instant())).allMatch(pass -> pass == 0);
          assertThat(passing(now)).as("as it stood then").anyMatch(pass -> pass > 0);
        });
  }

  private List<Long> passing(Instant at) {
    return strip.of(scans.fleet(Optional.of(at)), at).stream()
        .map(framework -> framework.share().pass())
        .toList();
  }
}
