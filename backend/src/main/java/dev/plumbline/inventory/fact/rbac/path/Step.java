package dev.plumbline.inventory.fact.rbac.path;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One step of a path.
 *
 * @param rests rights it takes; empty where holding {@code from} is enough
 * @param block what alone keeps it from being taken; empty where nothing does
 */
public record Step(
    Place from, Place to, Technique technique, List<Grant> rests, Optional<Block> block) {

  public Step {
    rests = List.copyOf(rests);
  }

  /** One sentence, such as {@code User jane may create pods in namespace shop.} */
  public String what() {
    if (rests.isEmpty()) {
      return switch (technique) {
        case MEMBERSHIP -> from.label() + " belongs to " + to.label() + ".";
        case MASTERS -> "Members of " + from.name() + " are " + to.label() + ".";
        default -> "Whoever holds " + from.label() + " holds " + to.label() + ".";
      };
    }
    return from.label()
        + " may "
        + rests.stream().map(Grant::words).distinct().collect(Collectors.joining(", and "))
        + ".";
  }

  /** Why it works, or why it does not. */
  public String why() {
    return block
        .map(it ->
            "Blocked by " + it.words() + "; nothing else that is understood stands in the way.")
        .orElse(technique.why());
  }

  /** Steps that count: what is held at once with another thing is none. */
  int weight() {
    return switch (technique) {
      case MEMBERSHIP, ONE_OF_THEM, INSIDE, BREAKOUT, ADDED -> 0;
      default -> 1;
    };
  }
}
