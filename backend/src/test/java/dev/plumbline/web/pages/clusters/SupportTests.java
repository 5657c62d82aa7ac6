package dev.plumbline.web.pages.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SupportTests {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  @Test
  void saysSinceWhenSupportHasEnded() {
    assertThat(Support.of("v1.34.2", "kubeadm", NOW))
        .isEqualTo(new Support("out of support since 27 Oct 2026", true));
  }

  @Test
  void saysUntilWhenItLasts() {
    assertThat(Support.of("v1.36.0", "", NOW))
        .isEqualTo(new Support("supported to 28 Jun 2027", false));
  }

  @Test
  void warnsBeforeItEndsByTheProvidersOwnDates() {
    assertThat(Support.of("v1.34.1-eks-113cf36", "eks", NOW))
        .isEqualTo(new Support("supported to 2 Dec 2026", true));
  }

  @Test
  void inventsNoDateItDoesNotKnow() {
    assertThat(Support.of("v1.35.0-gke.1", "gke", NOW).words())
        .isEqualTo("end of support: ask GKE");
    assertThat(Support.of("v1.99.0", "", NOW).words()).isEqualTo("end of support not known");
    assertThat(Support.of("", "", NOW).words()).isEmpty();
  }
}
