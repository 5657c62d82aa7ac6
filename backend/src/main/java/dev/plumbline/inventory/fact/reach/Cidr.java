package dev.plumbline.inventory.fact.reach;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** A range of addresses. */
record Cidr(byte[] address, int bits) {

  private static final List<Cidr> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7").stream()
          .flatMap(it -> parse(it).stream())
          .toList();

  /** Empty when it is no range. */
  static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    try {
      byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
      int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
      boolean fits = bits >= 0 && bits <= address.length * 8;
      return fits ? Optional.of(new Cidr(address, bits)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Empty when it is no address. */
  static Optional<byte[]> address(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(bytes(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String address) {
    return InetAddress.ofLiteral(address).getAddress();
  }

  boolean contains(byte[] other) {
    return other.length == address.length && sameFor(other, bits);
  }

  /** Every address of its family. */
  boolean whole() {
    return bits == 0;
  }

  /** Whether addresses inside clusters may be in it. */
  boolean inner() {
    return whole() || PRIVATE.stream().anyMatch(this::overlaps);
  }

  private boolean overlaps(Cidr other) {
    return other.address.length == address.length
        && sameFor(other.address, Math.min(bits, other.bits));
  }

  private boolean sameFor(byte[] other, int length) {
    for (int bit = 0; bit < length; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
