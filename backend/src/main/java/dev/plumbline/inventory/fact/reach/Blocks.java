package dev.plumbline.inventory.fact.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address blocks that policies name, and which pods are in them. */
final class Blocks {

  /** A block with its exceptions, as read. */
  private record Range(int number, Optional<Cidr> cidr, List<Cidr> except, boolean clear) {

    static Range of(int number, Who.Block block) {
      List<Cidr> except = block.except().stream().flatMap(it -> Cidr.parse(it).stream()).toList();
      Optional<Cidr> cidr = Cidr.parse(block.cidr());
      boolean clear = cidr.isPresent() && except.size() == block.except().size();
      return new Range(number, cidr, except, clear);
    }

    boolean excepts(byte[] address) {
      return except.stream().anyMatch(it -> it.contains(address));
    }
  }

  /** In which blocks an address is: one object for all addresses that are in the same. */
  static final class In {

    static final In NONE = new In();
  }

  /** Numbers of blocks that surely hold an address, and of those that may. */
  private record Numbers(List<Integer> yes, List<Integer> maybe) {}

  private final Map<Who.Block, Integer> numbers = new LinkedHashMap<>();
  private final List<Range> ranges = new ArrayList<>();
  private final List<Integer> unclear;
  private final CidrIndex<Range> byPrefix = new CidrIndex<>();
  private final Map<Numbers, In> known = new HashMap<>();
  private final Map<String, In> byAddress = new HashMap<>();
  private final Map<Integer, List<In>> surely = new HashMap<>();
  private final Map<Integer, List<In>> maybe = new HashMap<>();
  private final boolean pods;
  private @Nullable In unknown;

  /**
   * Numbers the blocks.
   *
   * @param pods whether the plug-in compares addresses of pods and nodes with blocks at all
   */
  Blocks(Set<Who.Block> blocks, boolean pods) {
    blocks.forEach(it -> numbers.put(it, numbers.size()));
    numbers.forEach((block, number) -> ranges.add(Range.of(number, block)));
    ranges.stream().filter(Range::clear).forEach(it -> byPrefix.add(it.cidr().orElseThrow(), it));
    unclear = ranges.stream().filter(it -> !it.clear).map(Range::number).toList();
    this.pods = pods;
  }

  private int number(Who.Block block) {
    return numbers.getOrDefault(block, -1);
  }

  /** What addresses of pods surely in a block are in. */
  List<In> surelyIn(Who.Block block) {
    return surely.getOrDefault(number(block), List.of());
  }

  /** What addresses of pods are in that may be in a block. */
  List<In> maybeIn(Who.Block block) {
    return maybe.getOrDefault(number(block), List.of());
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
    In found = byAddress.get(address);
    if (found == null) {
      found = Cidr.address(address).map(this::at).orElseGet(this::anywhere);
      byAddress.put(address, found);
    }
    return found;
  }

  private In at(byte[] address) {
    List<Integer> yes =
        byPrefix.around(address).stream()
            .filter(it -> !it.excepts(address))
            .map(Range::number)
            .sorted()
            .toList();
    return in(new Numbers(yes, unclear));
  }

  private In anywhere() {
    if (unknown == null) {
      List<Integer> yes = new ArrayList<>();
      List<Integer> may = new ArrayList<>(unclear);
      ranges.stream().filter(Range::clear).forEach(it -> anywhere(it, yes, may));
      unknown = in(new Numbers(yes, may));
    }
    return unknown;
  }

  private static void anywhere(Range range, List<Integer> yes, List<Integer> may) {
    Cidr cidr = range.cidr.orElseThrow();
    boolean all = cidr.whole() && cidr.address().length == 4 && range.except.isEmpty();
    if (all) {
      yes.add(range.number);
    } else if (cidr.inner()) {
      may.add(range.number);
    }
  }

  private In in(Numbers found) {
    return known.computeIfAbsent(found, it -> added(it));
  }

  private In added(Numbers found) {
    var in = new In();
    found.yes.forEach(it -> surely.computeIfAbsent(it, n -> new ArrayList<>()).add(in));
    found.maybe.forEach(it -> maybe.computeIfAbsent(it, n -> new ArrayList<>()).add(in));
    return in;
  }
}
