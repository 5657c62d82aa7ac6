package dev.plumbline.inventory.fact.rbac.path;

import java.util.List;

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

  /** How many steps; what comes at once with another thing is not counted. */
  public int length() {
    return steps.stream().mapToInt(Step::weight).sum();
  }
}
