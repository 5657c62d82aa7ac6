package dev.plumbline.inventory.fact.reach;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A policy of any kind in common terms. Tiers are asked in order, in a tier the policies by order
 * and name; the first rule that matches decides.
 *
 * @param name for people, such as {@code NetworkPolicy shop/web}
 * @param subject the pods it holds for
 * @param ingress empty where it says nothing of who may come in
 */
record Policy(
    String name,
    Tier tier,
    double order,
    Who subject,
    Optional<Side> ingress,
    Optional<Side> egress) {

  static final Comparator<Policy> ORDER =
      Comparator.comparing(Policy::tier)
          .thenComparingDouble(Policy::order)
          .thenComparing(Policy::name);

  Optional<Side> side(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }

  /** Into its pods or out of them. */
  enum Direction {
    INGRESS,
    EGRESS
  }

  /** What a rule does; to pass is to go on with the next tier. */
  enum Action {
    ALLOW,
    DENY,
    PASS
  }

  /** Whether pods it holds for are closed to what no rule of the tier lets through. */
  enum Closes {
    YES,
    NO,
    UNCLEAR
  }

  /** What it says of one direction. */
  record Side(Closes closes, List<Rule> rules) {

    Side {
      rules = List.copyOf(rules);
    }
  }

  /**
   * One rule.
   *
   * @param ports of whoever is connected to
   */
  record Rule(Action action, Who peers, PortMatch ports) {}

  /** A stage of judgement. */
  record Tier(double order, String name) implements Comparable<Tier> {

    private static final Comparator<Tier> ORDER =
        Comparator.comparingDouble(Tier::order).thenComparing(Tier::name);

    static final Tier ADMIN = new Tier(1_000, "adminnetworkpolicy");
    static final Tier DEFAULT = new Tier(1_000_000, "default");
    static final Tier BASELINE = new Tier(10_000_000, "baselineadminnetworkpolicy");

    @Override
    public int compareTo(Tier other) {
      return ORDER.compare(this, other);
    }
  }
}
