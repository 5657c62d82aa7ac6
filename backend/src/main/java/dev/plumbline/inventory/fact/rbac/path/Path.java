package dev.plumbline.inventory.fact.rbac.path;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A shortest way to administrator of everything.
 *
 * @param platform whether it begins at what Kubernetes or its distribution brought along
 * @param steps in order; the last ends at the administrator
 */
public record Path(Place from, boolean platform, List<Step> steps) {

  public Path {
    steps = List.copyOf(steps);
  }

  /** Whether nothing that is understood stops it. */
  public boolean open() {
    return blocks().isEmpty();
  }

  /** What alone stops it, in the order of its steps; empty where it is open. */
  public List<Block> blocks() {
    return steps.stream().flatMap(step -> step.block().stream()).distinct().toList();
  }

  /** For people: {@code blocked by Pod Security level baseline in namespace shop}. */
  public String blocked() {
    return blocks().stream()
        .map(Block::words)
        .collect(Collectors.joining(", and by ", "blocked by ", ""));
  }

  /** How many steps; what comes at once with another thing is not counted. */
  public int length() {
    return steps.stream().mapToInt(Step::weight).sum();
  }
}
