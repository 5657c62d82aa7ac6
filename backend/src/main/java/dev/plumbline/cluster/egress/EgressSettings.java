package dev.plumbline.cluster.egress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where clusters may be, from the settings {@code plumbline.egress.*}.
 *
 * @param allowedCidrs private ranges; absent means none, or with the embedded database all private
 *     ranges and this machine
 * @param allowedPorts absent means the usual ones, or with the embedded database also those from
 *     1024
 */
@ConfigurationProperties("plumbline.egress")
record EgressSettings(@Nullable List<String> allowedCidrs, @Nullable List<String> allowedPorts) {

  static final List<String> PRIVATE =
      List.of(
          "127.0.0.0/8",
          "::1/128",
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "fc00::/7");
  static final List<String> USUAL_PORTS = List.of("443", "6443", "8443", "16443");

  List<String> cidrs(boolean embedded) {
    return allowedCidrs != null ? allowedCidrs : embedded ? PRIVATE : List.of();
  }

  List<String> ports(boolean embedded) {
    return allowedPorts != null
        ? allowedPorts
        : embedded ? List.of("443", "1024-65535") : USUAL_PORTS;
  }
}
