package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Policy.Action;
import dev.plumbline.inventory.fact.reach.Policy.Closes;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sums up the policies that hold for a workload. */
final class Reaches {

  private final Net net;

  Reaches(Net net) {
    this.net = net;
  }

  /** {@code open}, {@code limited} or {@code node}, by what is written. */
  Answer<String> direction(int[] own, Direction direction) {
    if (own.length == 0) {
      return Answer.unknown("its pods were not seen");
    }
    @Nullable Answer<String> most = null;
    for (int endpoint : own) {
      if (net.endpoints.get(endpoint).node()) {
        return Answer.of("node");
      }
      Answer<String> one = net.written(direction, endpoint).openness();
      most = most == null || openness(one) > openness(most) ? one : most;
    }
    return Objects.requireNonNull(most);
  }

  /** A workload is as open as the most open of its pods. */
  private static int openness(Answer<String> answer) {
    return switch (answer) {
      case Answer.Known<String>(var word) -> word.equals("open") ? 2 : 0;
      case Answer.Unknown<String> unknown -> 1;
    };
  }

  /** {@code open} or {@code limited}. */
  static Answer<String> direction(List<Track.Holding> holdings) {
    if (holdings.stream().anyMatch(it -> it.sure() && limits(it.side()))) {
      return Answer.of("limited");
    }
    return holdings.stream()
        .filter(it -> limits(it.side()))
        .findFirst()
        .map(it -> Answer.<String>unknown("a " + it.policy().name() + " may limit it"))
        .orElse(Answer.of("open"));
  }

  private static boolean limits(Policy.Side side) {
    return side.closes() == Closes.YES
        || side.rules().stream().anyMatch(it -> it.action() == Action.DENY);
  }
}
