package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.reach.Policy.Action;
import dev.plumbline.inventory.fact.reach.Policy.Closes;
import dev.plumbline.inventory.fact.reach.Policy.Rule;
import dev.plumbline.inventory.fact.reach.Policy.Side;
import dev.plumbline.inventory.fact.reach.Policy.Tier;
import java.util.Optional;
import java.util.stream.Stream;

/** Stands for what could not be read or understood: it may allow or deny anything. */
final class Doubts {

  private Doubts() {}

  static Stream<Rule> rules(String why) {
    var anyone = new Who.Unclear(why);
    return Stream.of(
        new Rule(Action.ALLOW, anyone, PortMatch.ALL),
        new Rule(Action.DENY, anyone, PortMatch.ALL));
  }

  /** A policy that may hold for any pod. */
  static Policy policy(String name, String why) {
    var side = Optional.of(new Side(Closes.UNCLEAR, rules(why).toList()));
    return new Policy(name, Tier.ADMIN, 0, new Who.Unclear(why), side, side);
  }
}
