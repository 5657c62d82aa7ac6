package dev.plumbline.inventory.fact.reach;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the endpoints that policies speak of, each question once. */
final class Crowd {

  private final Endpoints endpoints;
  private final Blocks blocks;
  private final Spaces spaces;
  private final Map<Who, Peers> known = new ConcurrentHashMap<>();
  private final Map<Labels, Spaces.Found> knownSpaces = new ConcurrentHashMap<>();

  Crowd(Endpoints endpoints, Blocks blocks, Spaces spaces) {
    this.endpoints = endpoints;
    this.blocks = blocks;
    this.spaces = spaces;
  }

  Peers find(Who who) {
    return known.computeIfAbsent(who, this::answer);
  }

  /** Whether addresses outside are meant; asks about nobody else. */
  Match outside(Who who) {
    return switch (who) {
      case Who.Everyone() -> Match.YES;
      case Who.Unclear unclear -> Match.MAYBE;
      case Who.Outside outside -> outside.some() ? Match.MAYBE : Match.YES;
      case Who.Hosts() -> Match.NO;
      case Who.Pods pods -> Match.NO;
      case Who.Block block -> blocks.outside(block);
      case Who.Not not -> outside(not.inner()).not();
      case Who.AnyOf any -> any.inner().stream().map(this::outside).reduce(Match.NO, Match::or);
      case Who.AllOf all -> all.inner().stream().map(this::outside).reduce(Match.YES, Match::and);
    };
  }

  private Peers answer(Who who) {
    return switch (who) {
      case Who.Everyone() -> Peers.EVERYONE;
      case Who.Pods pods -> pods(pods);
      case Who.Unclear unclear -> new Peers(new int[0], new int[0], Match.MAYBE);
      case Who.AnyOf any when any.inner().contains(new Who.Everyone()) -> Peers.EVERYONE;
      case Who.AnyOf any when any.inner().size() == 1 -> answer(any.inner().getFirst());
      default -> {
        Sets sets = sets(who);
        sets.maybe.andNot(sets.yes);
        yield Peers.of(sets.yes, sets.maybe);
      }
    };
  }

  /** Numbers of endpoints; those in {@code yes} may also be in {@code maybe}. */
  private record Sets(BitSet yes, BitSet maybe) {

    Sets() {
      this(new BitSet(), new BitSet());
    }

    void add(int number, Match match) {
      if (match != Match.NO) {
        (match == Match.YES ? yes : maybe).set(number);
      }
    }

    BitSet possible() {
      var both = (BitSet) yes.clone();
      both.or(maybe);
      return both;
    }
  }

  private Sets sets(Who who) {
    var sets = new Sets();
    switch (who) {
      case Who.Everyone() -> sets.yes.set(0, endpoints.size() + 1);
      case Who.Unclear unclear -> sets.maybe.set(0, endpoints.size() + 1);
      case Who.Outside outside ->
          sets.add(endpoints.size(), outside.some() ? Match.MAYBE : Match.YES);
      case Who.Hosts() -> hosts(sets);
      case Who.Block block -> block(block, sets);
      case Who.Pods pods -> pods(pods, sets::add);
      case Who.Not not -> opposite(sets(not.inner()), sets);
      case Who.AnyOf any -> any.inner().stream().map(this::sets).forEach(it -> either(it, sets));
      case Who.AllOf all -> both(all.inner().stream().map(this::sets).toList(), sets);
    }
    return sets;
  }

  private void hosts(Sets sets) {
    for (int i = 0; i < endpoints.size(); i++) {
      sets.yes.set(i, endpoints.get(i).node());
    }
  }

  private void block(Who.Block block, Sets sets) {
    blocks.surelyIn(block).forEach(it -> endpoints.in(it).forEach(sets.yes::set));
    blocks.maybeIn(block).forEach(it -> endpoints.in(it).forEach(sets.maybe::set));
    sets.add(endpoints.size(), blocks.outside(block));
  }

  private void opposite(Sets inner, Sets sets) {
    sets.yes.set(0, endpoints.size() + 1);
    sets.yes.andNot(inner.possible());
    sets.maybe.or(inner.maybe);
    sets.maybe.andNot(inner.yes);
  }

  private static void either(Sets one, Sets sets) {
    sets.yes.or(one.yes);
    sets.maybe.or(one.maybe);
  }

  private void both(List<Sets> all, Sets sets) {
    sets.yes.set(0, endpoints.size() + 1);
    sets.maybe.set(0, endpoints.size() + 1);
    all.forEach(it -> {
      sets.yes.and(it.yes);
      sets.maybe.and(it.possible());
    });
  }

  private Peers pods(Who.Pods pods) {
    var yes = IntStream.builder();
    var maybe = IntStream.builder();
    pods(pods, (number, match) -> (match == Match.YES ? yes : maybe).add(number));
    return new Peers(yes.build().sorted().toArray(), maybe.build().sorted().toArray(), Match.NO);
  }

  /** Tells of each pod that is meant, or may be, once. */
  private void pods(Who.Pods pods, BiConsumer<Integer, Match> add) {
    switch (pods.where()) {
      case Who.In in -> inSpaces(pods, List.of(in.namespace()), Match.YES, add);
      case Who.Labelled labelled -> labelled(pods, labelled.labels(), add);
    }
  }

  private void labelled(Who.Pods pods, Labels wanted, BiConsumer<Integer, Match> add) {
    Spaces.Found found = knownSpaces.computeIfAbsent(wanted, spaces::find);
    long there =
        Stream.concat(found.yes().stream(), found.maybe().stream())
            .mapToLong(it -> endpoints.in(it).size())
            .sum();
    boolean byPods =
        !pods.labels().anchors().isEmpty()
            && pods.labels().keys().stream().noneMatch(Derived::ofNamespaceLabels);
    List<Integer> narrow = byPods ? endpoints.anywhere(pods.labels()) : List.of();
    if (!byPods || there <= narrow.size()) {
      inSpaces(pods, found.yes(), Match.YES, add);
      inSpaces(pods, found.maybe(), Match.MAYBE, add);
    } else {
      narrowed(pods, narrow, found, add);
    }
  }

  private void narrowed(
      Who.Pods pods, List<Integer> among, Spaces.Found found, BiConsumer<Integer, Match> add) {
    for (int number : among) {
      String namespace = endpoints.get(number).namespace();
      if (found.yes().contains(namespace)) {
        test(pods, number, Match.YES, add);
      } else if (found.maybe().contains(namespace)) {
        test(pods, number, Match.MAYBE, add);
      }
    }
  }

  private void inSpaces(
      Who.Pods pods, Collection<String> namespaces, Match where, BiConsumer<Integer, Match> add) {
    for (String namespace : namespaces) {
      boolean unread = unread(pods, namespace);
      List<Integer> among =
          unread ? endpoints.in(namespace) : endpoints.in(namespace, pods.labels());
      among.forEach(it -> test(pods, it, where, add));
    }
  }

  /** Whether it takes a namespace's labels that were not read to tell. */
  private boolean unread(Who.Pods pods, String namespace) {
    return !spaces.read(namespace)
        && pods.labels().keys().stream().anyMatch(Derived::ofNamespaceLabels);
  }

  private void test(Who.Pods pods, int number, Match where, BiConsumer<Integer, Match> add) {
    Endpoint one = endpoints.get(number);
    if (one.node()) {
      return;
    }
    boolean unread = unread(pods, one.namespace());
    if (unread || pods.labels().match(one.labels())) {
      add.accept(number, unread ? Match.MAYBE : where);
    }
  }
}
