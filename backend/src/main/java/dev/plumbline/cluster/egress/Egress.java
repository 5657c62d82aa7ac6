package dev.plumbline.cluster.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides about addresses, by rules of the deployment that no tenant can change: public ones are
 * allowed, private ones where the deployment lists them, and what could give away this machine's
 * own keys never.
 */
public final class Egress {

  /** What a refusal says; it does not tell whether anything listens there. */
  public static final String REFUSED =
      "Plumbline may not connect to this address. Whoever runs Plumbline can allow a range with"
          + " the setting plumbline.egress.allowed-cidrs.";

  /** What a refused port says. */
  public static final String PORT_REFUSED =
      "Plumbline may not connect to this port. Whoever runs Plumbline can allow it with the"
          + " setting plumbline.egress.allowed-ports.";

  static final List<Cidr> NEVER =
      ranges(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "168.63.129.16/32",
          "100.100.100.200/32",
          "::/128",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8",
          "fd00:ec2::/32",
          "fd20:ce::/32",
          "100::/64",
          "2001::/32",
          "2002::/16",
          "64:ff9b:1::/48");

  static final List<Cidr> ONLY_WHEN_LISTED =
      ranges(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "198.18.0.0/15",
          "192.0.2.0/24",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "::1/128",
          "fc00::/7",
          "2001:db8::/32");

  private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");
  private static final Cidr IPV4_COMPATIBLE = Cidr.of("::/96");
  private static final Cidr LOOPBACK6 = Cidr.of("::1/128");

  private final List<Cidr> allowed;
  private final Ports ports;
  private final Set<InetSocketAddress> own;

  /**
   * Makes the rules of a deployment.
   *
   * @param allowedCidrs private ranges where clusters may be
   * @param allowedPorts ports and ranges of ports, such as {@code 6443} and {@code 1024-65535}
   * @param own addresses of our own infrastructure, the database first; never allowed
   */
  public Egress(List<String> allowedCidrs, List<String> allowedPorts, Set<InetSocketAddress> own) {
    this.allowed = allowedCidrs.stream().map(Cidr::of).toList();
    this.ports = Ports.of(allowedPorts);
    this.own = Set.copyOf(own);
  }

  public boolean allowsPort(int port) {
    return ports.contains(port);
  }

  /** Whether a host, as a URL names it, is not refused already by how it is written. */
  public boolean mayAllow(String host) {
    try {
      return allows(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  public boolean allows(InetAddress address, int port) {
    return allowsPort(port)
        && !own.contains(new InetSocketAddress(address, port))
        && allows(address);
  }

  /** Whether the address is allowed, whatever the port. */
  public boolean allows(InetAddress address) {
    if (NAT64.contains(address)) {
      return allows(Cidr.embedded(address.getAddress(), 12));
    }
    boolean compatible = IPV4_COMPATIBLE.contains(address) && !LOOPBACK6.contains(address);
    if (compatible || address.isMulticastAddress() || within(NEVER, address)) {
      return false;
    }
    return !within(ONLY_WHEN_LISTED, address) || within(allowed, address);
  }

  private static boolean within(List<Cidr> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<Cidr> ranges(String... ranges) {
    return Stream.of(ranges).map(Cidr::of).toList();
  }
}
