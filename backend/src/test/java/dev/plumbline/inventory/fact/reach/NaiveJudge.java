package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.reach.RandomCluster.Pod;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Peer;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Policy;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Port;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges one connection after the other, policy by policy, as the documentation reads. */
final class NaiveJudge {

  private final List<Policy> policies;
  private boolean passes;

  NaiveJudge(List<Policy> policies) {
    this.policies = policies.stream().sorted(Comparator.comparingDouble(Policy::order)).toList();
  }

  boolean connects(Peer source, Peer target, Port port) {
    boolean out =
        source.pod() == null || lets(source.pod(), target, port, target.pod(), Policy::egress);
    boolean in =
        target.pod() == null || lets(target.pod(), source, port, target.pod(), Policy::ingress);
    return out && in;
  }

  private boolean lets(
      Pod own,
      Peer other,
      Port port,
      @Nullable Pod destination,
      Function<Policy, @Nullable List<Rule>> direction) {
    if (own.host()) {
      return true;
    }
    List<Policy> holding =
        policies.stream()
            .filter(it -> direction.apply(it) != null && it.subject().test(own))
            .toList();
    String admin =
        decide(
            holding.stream().filter(Policy::admin).toList(), other, port, destination, direction);
    if (!admin.equals("Pass")) {
      return admin.equals("Allow");
    }
    List<Policy> middle = holding.stream().filter(it -> !it.admin() && !it.baseline()).toList();
    String decided = decide(middle, other, port, destination, direction);
    if (!decided.equals("Pass")) {
      return decided.equals("Allow");
    }
    if (passes) {
      passes = false;
    } else if (middle.stream().anyMatch(Policy::closes)) {
      return false;
    }
    return !decide(
            holding.stream().filter(Policy::baseline).toList(), other, port, destination, direction)
        .equals("Deny");
  }

  private String decide(
      List<Policy> tier,
      Peer other,
      Port port,
      @Nullable Pod destination,
      Function<Policy, @Nullable List<Rule>> direction) {
    passes = false;
    for (Policy policy : tier) {
      for (Rule rule : direction.apply(policy)) {
        if (rule.peers().test(other) && rule.ports().test(port, destination)) {
          passes = rule.action().equals("Pass");
          return rule.action();
        }
      }
    }
    return "Pass";
  }
}
