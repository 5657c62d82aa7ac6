package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.reach.Policy.Action;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names the policies that let a connection through. */
final class Reasons {

  private final Net net;

  Reasons(Net net) {
    this.net = net;
  }

  /** Such as {@code NetworkPolicy shop/web}, or that no policy limits it. */
  String because(int[] sources, int[] targets) {
    var names = new TreeSet<String>();
    for (int source : sources) {
      for (int target : targets) {
        names.addAll(names(Direction.EGRESS, source, target));
        names.addAll(names(Direction.INGRESS, target, source));
      }
    }
    return names.isEmpty()
        ? "no policy limits it"
        : names.stream().collect(Collectors.joining(", "));
  }

  private TreeSet<String> names(Direction direction, int own, int other) {
    var names = new TreeSet<String>();
    Track track = net.seatsOf(direction).get(own).track();
    track.gates().stream()
        .filter(it -> it.rule().action() == Action.ALLOW && it.peers().match(other) != Match.NO)
        .forEach(it -> names.add(it.policy()));
    return names;
  }
}
