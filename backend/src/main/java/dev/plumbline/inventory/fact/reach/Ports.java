package dev.plumbline.inventory.fact.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of ports of TCP, UDP and SCTP. */
public final class Ports {

  /** What ports are counted of; policies say nothing of others that pods could use. */
  public enum Protocol {
    TCP,
    UDP,
    SCTP
  }

  private static final int WIDTH = 1 << 16;

  public static final Ports NONE = new Ports(new int[0]);
  public static final Ports ALL =
      Stream.of(Protocol.values()).map(it -> of(it, 1, WIDTH - 1)).reduce(NONE, Ports::or);

  /** Where it begins and ends, in turns: inclusive, then exclusive; protocols one after another. */
  private final int[] edges;

  private Ports(int[] edges) {
    this.edges = edges;
  }

  /** A range, both ends included; empty when it is none. */
  public static Ports of(Protocol protocol, int from, int to) {
    int low = Math.max(1, from);
    int high = Math.min(WIDTH - 1, to);
    int base = protocol.ordinal() * WIDTH;
    return low > high ? NONE : new Ports(new int[] {base + low, base + high + 1});
  }

  public static Ports all(Protocol protocol) {
    return of(protocol, 1, WIDTH - 1);
  }

  public boolean isEmpty() {
    return edges.length == 0;
  }

  public boolean has(Protocol protocol, int port) {
    int found = Arrays.binarySearch(edges, protocol.ordinal() * WIDTH + port);
    return found >= 0 ? found % 2 == 0 : (-found - 1) % 2 == 1;
  }

  public Ports and(Ports other) {
    return this == ALL ? other : other == ALL ? this : merged(other, 0b1000);
  }

  public Ports or(Ports other) {
    return isEmpty() ? other : other.isEmpty() ? this : merged(other, 0b1110);
  }

  public Ports minus(Ports other) {
    return isEmpty() || other.isEmpty() ? this : merged(other, 0b0100);
  }

  /**
   * Walks the edges of both.
   *
   * @param truth bit {@code 2·this + other} says whether a port belongs to the result
   */
  private Ports merged(Ports other, int truth) {
    int[] out = new int[edges.length + other.edges.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < edges.length || j < other.edges.length) {
      int here = Math.min(edge(edges, i), edge(other.edges, j));
      i += edge(edges, i) == here ? 1 : 0;
      j += edge(other.edges, j) == here ? 1 : 0;
      boolean in = (truth >> (i % 2 * 2 + j % 2) & 1) == 1;
      if (in == (size % 2 == 0)) {
        out[size++] = here;
      }
    }
    return size == 0 ? NONE : new Ports(Arrays.copyOf(out, size));
  }

  private static int edge(int[] edges, int index) {
    return index < edges.length ? edges[index] : Integer.MAX_VALUE;
  }

  /** One range of one protocol, both ends included. */
  public record Range(Protocol protocol, int from, int to) {

    /** Every port of the protocol. */
    public boolean whole() {
      return from == 1 && to == WIDTH - 1;
    }

    /** {@code TCP 443}, {@code TCP 8000–8080} or {@code UDP any}. */
    @Override
    public String toString() {
      String ports = whole() ? "any" : from == to ? "" + from : from + "\u2013" + to;
      return protocol + " " + ports;
    }
  }

  public List<Range> ranges() {
    var ranges = new ArrayList<Range>();
    for (int i = 0; i < edges.length; i += 2) {
      Protocol protocol = Protocol.values()[edges[i] / WIDTH];
      int base = protocol.ordinal() * WIDTH;
      ranges.add(new Range(protocol, edges[i] - base, edges[i + 1] - base - 1));
    }
    return ranges;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ports ports && Arrays.equals(edges, ports.edges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }

  /** {@code any port}, {@code none}, or the ranges. */
  @Override
  public String toString() {
    if (isEmpty()) {
      return "none";
    }
    return equals(ALL)
        ? "any port"
        : ranges().stream().map(Range::toString).collect(Collectors.joining(", "));
  }
}
