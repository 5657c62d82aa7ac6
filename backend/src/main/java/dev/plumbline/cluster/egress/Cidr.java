package dev.plumbline.cluster.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses.
 *
 * @param network 4 or 16 bytes
 * @param bits length of the prefix
 */
record Cidr(byte[] network, int bits) {

  private static final Pattern SHAPE = Pattern.compile("([0-9A-Fa-f:.]{2,45})/(\\d{1,3})");

  /** Reads {@code 10.0.0.0/8} or {@code fc00::/7}. */
  static Cidr of(String text) {
    var shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      throw new IllegalArgumentException("not a range of addresses: " + text);
    }
    byte[] network = literal(shape.group(1));
    int bits = Integer.parseInt(shape.group(2));
    if (bits > network.length * 8) {
      throw new IllegalArgumentException("the prefix is too long: " + text);
    }
    return new Cidr(network, bits);
  }

  private static byte[] literal(String text) {
    try {
      return InetAddress.ofLiteral(text).getAddress();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not an address: " + text, e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    if (other.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((network[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** The IPv4 address in the bytes from an offset. */
  static InetAddress embedded(byte[] address, int from) {
    try {
      return InetAddress.getByAddress(
          new byte[] {address[from], address[from + 1], address[from + 2], address[from + 3]});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
