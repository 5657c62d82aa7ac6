package dev.plumbline.inventory.fact.rbac.path;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The next step of the best way from each place to the target, found backwards. */
final class Ways {

  private static final Comparator<Reached> BEST =
      Comparator.comparingInt(Reached::blocks)
          .thenComparingInt(Reached::length)
          .thenComparingLong(Reached::turn);

  private final Map<Place, Step> next = new HashMap<>();
  private final Queue<Reached> queue = new PriorityQueue<>(BEST);
  private long turn;

  private Ways() {}

  private record Reached(Place place, @Nullable Step by, int blocks, int length, long turn) {}

  /** The shortest ways that nothing blocks. */
  static Map<Place, Step> open(Graph graph) {
    return new Ways().search(graph, false);
  }

  /** Those that the fewest steps of are blocked, of these the shortest. */
  static Map<Place, Step> leastBlocked(Graph graph) {
    return new Ways().search(graph, true);
  }

  private Map<Place, Step> search(Graph graph, boolean throughBlocks) {
    Set<Place> done = new HashSet<>();
    queue.add(new Reached(Place.TARGET, null, 0, 0, turn++));
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (!done.add(reached.place())) {
        continue;
      }
      if (reached.by() != null) {
        next.put(reached.place(), reached.by());
      }
      for (Step step : graph.into(reached.place())) {
        if (throughBlocks || step.block().isEmpty()) {
          add(reached, step);
        }
      }
    }
    return next;
  }

  private void add(Reached to, Step step) {
    int blocks = to.blocks() + (step.block().isPresent() ? 1 : 0);
    queue.add(new Reached(step.from(), step, blocks, to.length() + step.weight(), turn++));
  }
}
