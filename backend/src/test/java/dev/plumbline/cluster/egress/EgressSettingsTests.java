package dev.plumbline.cluster.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EgressSettingsTests {

  private static EgressSettings settings(Map<String, Object> environment) {
    var source = new SystemEnvironmentPropertySource("systemEnvironment", environment);
    return new Binder(ConfigurationPropertySources.from(source))
        .bindOrCreate("plumbline.egress", EgressSettings.class);
  }

  @Test
  void rangesAndPortsAreReadFromTheEnvironment() {
    var settings =
        settings(
            Map.of(
                "PLUMBLINE_EGRESS_ALLOWED_CIDRS", "10.1.0.0/16, 192.168.0.0/24",
                "PLUMBLINE_EGRESS_ALLOWED_PORTS", "6443,7000-7010"));
    assertThat(settings.cidrs(false)).containsExactly("10.1.0.0/16", "192.168.0.0/24");
    assertThat(settings.cidrs(true)).containsExactly("10.1.0.0/16", "192.168.0.0/24");
    assertThat(settings.ports(false)).containsExactly("6443", "7000-7010");
  }

  @Test
  void withoutSettingsOnlyTheEmbeddedDatabaseOpensPrivateRanges() {
    var settings = settings(Map.of());
    assertThat(settings.cidrs(false)).isEmpty();
    assertThat(settings.ports(false)).isEqualTo(List.of("443", "6443", "8443", "16443"));
    assertThat(settings.cidrs(true)).contains("127.0.0.0/8", "10.0.0.0/8");
    assertThat(settings.ports(true)).contains("1024-65535");
  }
}
