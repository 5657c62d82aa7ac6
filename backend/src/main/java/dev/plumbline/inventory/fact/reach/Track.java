package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Policy.Closes;
import dev.plumbline.inventory.fact.reach.Policy.Rule;
import dev.plumbline.inventory.fact.reach.Policy.Side;
import dev.plumbline.inventory.fact.reach.Policy.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The policies that hold for some pods in one direction, ready to judge peers. */
final class Track {

  /**
   * A policy's word in one direction.
   *
   * @param sure whether it holds for the pods; else it may
   */
  record Holding(Policy policy, Side side, boolean sure) {}

  /**
   * A rule.
   *
   * @param number among all rules of the track
   * @param policy name of its policy
   * @param sure whether its policy holds for the pods
   * @param found its peers, looked for when somebody asks
   */
  record Gate(int number, String policy, Rule rule, boolean sure, Once<Peers> found) {

    Peers peers() {
      return found.get();
    }
  }

  /** One tier. */
  private record Stage(Closes closes, List<Gate> gates) {}

  private final List<Holding> holdings;
  private final Crowd crowd;
  private final Once<Answer<String>> openness;
  private final List<Stage> stages = new ArrayList<>();
  private final List<Gate> gates = new ArrayList<>();

  Track(List<Holding> holdings, Crowd crowd) {
    this.holdings = List.copyOf(holdings);
    this.crowd = crowd;
    this.openness = new Once<>(() -> Reaches.direction(this.holdings));
    Map<Tier, List<Holding>> tiers = new TreeMap<>();
    holdings.forEach(
        it -> tiers.computeIfAbsent(it.policy.tier(), tier -> new ArrayList<>()).add(it));
    tiers.values().forEach(it -> stages.add(stage(it)));
  }

  private Stage stage(List<Holding> holdings) {
    var own = new ArrayList<Gate>();
    for (Holding holding : holdings) {
      for (Rule rule : holding.side.rules()) {
        own.add(gate(holding, rule));
        gates.add(own.getLast());
      }
    }
    return new Stage(closes(holdings), own);
  }

  private Gate gate(Holding holding, Rule rule) {
    var peers = new Once<>(() -> crowd.find(rule.peers()));
    return new Gate(gates.size(), holding.policy.name(), rule, holding.sure, peers);
  }

  private static Closes closes(List<Holding> holdings) {
    if (holdings.stream().anyMatch(it -> it.sure && it.side.closes() == Closes.YES)) {
      return Closes.YES;
    }
    boolean may = holdings.stream().anyMatch(it -> it.side.closes() != Closes.NO);
    return may ? Closes.UNCLEAR : Closes.NO;
  }

  List<Holding> holdings() {
    return holdings;
  }

  /** {@code open} or {@code limited}, by what is written. */
  Answer<String> openness() {
    return openness.get();
  }

  List<Gate> gates() {
    return gates;
  }

  /** Whether a rule looks up ports by name. */
  boolean named() {
    return gates.stream().anyMatch(it -> !it.rule.ports().named().isEmpty());
  }

  /** What it lets through between its pods and a peer. */
  Verdict judge(int peer, Map<PortMatch.Named, Ports> destination) {
    return judge(number -> gates.get(number).peers().match(peer), destination);
  }

  /** What it lets through between its pods and addresses outside. */
  Verdict judgeOutside(Map<PortMatch.Named, Ports> destination) {
    return judge(number -> crowd.outside(gates.get(number).rule.peers()), destination);
  }

  /**
   * From the last tier to the first: what a later one says holds on the ports of which no earlier
   * one has spoken.
   *
   * @param matches whether a gate's peers are met
   * @param destination named ports of whoever is connected to
   */
  Verdict judge(IntFunction<Match> matches, Map<PortMatch.Named, Ports> destination) {
    Verdict later = Verdict.ALL;
    for (Stage stage : stages.reversed()) {
      Verdict here =
          switch (stage.closes) {
            case YES -> Verdict.NONE;
            case NO -> later;
            case UNCLEAR -> later.eitherOr(Verdict.NONE);
          };
      for (Gate gate : stage.gates.reversed()) {
        here = gate(gate, matches.apply(gate.number), destination, here, later);
      }
      later = here;
    }
    return later;
  }

  private static Verdict gate(
      Gate gate,
      Match match,
      Map<PortMatch.Named, Ports> destination,
      Verdict here,
      Verdict later) {
    if (match == Match.NO) {
      return here;
    }
    Verdict then =
        switch (gate.rule.action()) {
          case ALLOW -> Verdict.ALL;
          case DENY -> Verdict.NONE;
          case PASS -> later;
        };
    Verdict met = here.except(gate.rule.ports().at(destination), then);
    return match == Match.YES && gate.sure ? met : here.eitherOr(met);
  }
}
