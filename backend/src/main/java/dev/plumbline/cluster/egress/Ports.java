package dev.plumbline.cluster.egress;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** A set of TCP ports. */
record Ports(BitSet set) {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  static Ports of(List<String> ranges) {
    var set = new BitSet();
    for (String range : ranges) {
      var shape = SHAPE.matcher(range.strip());
      if (!shape.matches()) {
        throw new IllegalArgumentException("not a port or a range of ports: " + range);
      }
      int from = Integer.parseInt(shape.group(1));
      int to = shape.group(2) == null ? from : Integer.parseInt(shape.group(2));
      if (from < 1 || to < from || to > 65535) {
        throw new IllegalArgumentException("ports go from 1 to 65535: " + range);
      }
      set.set(from, to + 1);
    }
    return new Ports(set);
  }

  boolean contains(int port) {
    return set.get(port);
  }
}
