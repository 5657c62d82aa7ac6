package dev.plumbline.compliance;

import dev.plumbline.check.Score;
import dev.plumbline.check.Score.Fraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a framework stands on one cluster.
 *
 * @param score over its checks, null where one figure would mislead
 */
public record FrameworkStanding(
    Framework framework,
    UUID cluster,
    Hosting hosting,
    List<ControlStanding> controls,
    @Nullable Score score) {

  public FrameworkStanding {
    controls = List.copyOf(controls);
  }

  public Counts counts() {
    return Counts.of(controls.stream().map(ControlStanding::status).toList());
  }

  /** The score in points of 100; empty where one figure would mislead or nothing was judged. */
  public Optional<Fraction> value() {
    return score == null ? Optional.empty() : score.value();
  }

  /**
   * What it adds to a mean over clusters: 0 when checks count but none was judged.
   *
   * @param forgiven what counts as passed though it failed, by check
   */
  Optional<Fraction> points(Map<String, Fraction> forgiven) {
    return score == null || score.coverage().isEmpty()
        ? Optional.empty()
        : Optional.of(score.forgiving(forgiven).value().orElse(Fraction.ZERO));
  }

  /** Counts below each section, however deep, by the section's id. */
  public Map<String, Counts> sections() {
    return new Tree(framework).counts(controls, ControlStanding::control, ControlStanding::status);
  }

  /** How many controls a machine can at least partly check on this cluster. */
  public int machineCheckable() {
    return (int) controls.stream().filter(each -> each.kind().machineCheckable()).count();
  }

  public Optional<ControlStanding> control(String id) {
    return controls.stream().filter(each -> each.control().id().equals(id)).findFirst();
  }
}
