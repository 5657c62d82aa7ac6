package dev.plumbline.inventory.fact.reach;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The address blocks that policies name, and which pods are in them. */
final class Blocks {

  /** A block with its exceptions, as read. */
  private record Range(Optional<Cidr> cidr, List<Cidr> except, boolean clear) {

    static Range of(Who.Block block) {
      List<Cidr> except = block.except().stream().flatMap(it -> Cidr.parse(it).stream()).toList();
      Optional<Cidr> cidr = Cidr.parse(block.cidr());
      return new Range(cidr, except, cidr.isPresent() && except.size() == block.except().size());
    }
  }

  /**
   * In which blocks an address is.
   *
   * @param maybe of an address that is not known
   */
  record In(BitSet yes, BitSet maybe) {

    static final In NONE = new In(new BitSet(), new BitSet());
  }

  private final Map<Who.Block, Integer> numbers = new LinkedHashMap<>();
  private final List<Range> ranges;
  private final boolean pods;

  /**
   * Numbers the blocks.
   *
   * @param pods whether the plug-in compares addresses of pods and nodes with blocks at all
   */
  Blocks(Set<Who.Block> blocks, boolean pods) {
    blocks.forEach(it -> numbers.put(it, numbers.size()));
    ranges = numbers.keySet().stream().map(Range::of).toList();
    this.pods = pods;
  }

  int number(Who.Block block) {
    return numbers.getOrDefault(block, -1);
  }

  /** Whether some outside addresses, or all of one family, are in a block. */
  Match outside(Who.Block block) {
    Range range = ranges.get(number(block));
    boolean all =
        range.clear && range.except.isEmpty() && range.cidr.filter(Cidr::whole).isPresent();
    return all ? Match.YES : Match.MAYBE;
  }

  /** Where a pod's address is; a pod without one may be in any block that clusters use inside. */
  In of(String address) {
    if (!pods || ranges.isEmpty()) {
      return In.NONE;
    }
    Optional<byte[]> bytes = address.isEmpty() ? Optional.empty() : bytes(address);
    var in = new In(new BitSet(), new BitSet());
    for (int i = 0; i < ranges.size(); i++) {
      Match match = match(ranges.get(i), bytes);
      in.yes.set(i, match == Match.YES);
      in.maybe.set(i, match == Match.MAYBE);
    }
    return in;
  }

  private static Match match(Range range, Optional<byte[]> address) {
    if (!range.clear) {
      return Match.MAYBE;
    }
    Cidr cidr = range.cidr.orElseThrow();
    if (address.isEmpty()) {
      boolean all = cidr.whole() && cidr.address().length == 4 && range.except.isEmpty();
      return all ? Match.YES : cidr.inner() ? Match.MAYBE : Match.NO;
    }
    boolean inside =
        cidr.contains(address.get())
            && range.except.stream().noneMatch(it -> it.contains(address.get()));
    return inside ? Match.YES : Match.NO;
  }

  private static Optional<byte[]> bytes(String address) {
    try {
      return Optional.of(Cidr.bytes(address));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
