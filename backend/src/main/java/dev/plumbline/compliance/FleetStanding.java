package dev.plumbline.compliance;

import dev.plumbline.check.Score.Fraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a framework stands over several clusters.
 *
 * @param clusters one standing for each cluster, as asked for
 * @param controls each control over all of them, in the framework's order
 */
public record FleetStanding(
    Framework framework, List<FrameworkStanding> clusters, List<FleetControl> controls) {

  public FleetStanding {
    clusters = List.copyOf(clusters);
    controls = List.copyOf(controls);
  }

  static FleetStanding of(Framework framework, List<FrameworkStanding> clusters) {
    var controls = new ArrayList<FleetControl>();
    for (int at = 0; at < framework.controls().size(); at++) {
      int index = at;
      controls.add(
          FleetControl.of(
              framework.controls().get(at),
              clusters.stream().map(cluster -> cluster.controls().get(index)).toList()));
    }
    return new FleetStanding(framework, clusters, controls);
  }

  /**
   * The mean of the clusters' scores, from 0 to 100; one where nothing could be judged counts 0.
   * Empty where one figure would mislead, or nothing counts anywhere.
   */
  public Optional<Fraction> score() {
    return score(Map.of());
  }

  /**
   * The same where some failures count as passed: a second figure, never the first.
   *
   * @param forgiven what they hold back of a check's value, by cluster and check
   */
  public Optional<Fraction> score(Map<UUID, Map<String, Fraction>> forgiven) {
    List<Fraction> scores =
        clusters.stream()
            .flatMap(each -> each.points(forgiven.getOrDefault(each.cluster(), Map.of())).stream())
            .toList();
    return scores.isEmpty()
        ? Optional.empty()
        : Optional.of(
            scores.stream()
                .reduce(Fraction.ZERO, Fraction::plus)
                .times(Fraction.of(1, scores.size())));
  }

  public Counts counts() {
    return Counts.of(controls.stream().map(FleetControl::status).toList());
  }

  /** Counts below each section, however deep, by the section's id. */
  public Map<String, Counts> sections() {
    return new Tree(framework).counts(controls, FleetControl::control, FleetControl::status);
  }

  /** The controls below a section, however deep. */
  public List<FleetControl> below(String section) {
    var tree = new Tree(framework);
    return controls.stream()
        .filter(each -> tree.above(each.control().id()).contains(section))
        .toList();
  }

  public Optional<FleetControl> control(String id) {
    return controls.stream().filter(each -> each.control().id().equals(id)).findFirst();
  }

  /**
   * One control over all clusters.
   *
   * @param status the gravest of all; UNKNOWN when there is no cluster
   * @param clusters its standing on each cluster, in the fleet's order
   */
  public record FleetControl(
      Control control, ControlStatus status, List<ControlStanding> clusters) {

    public FleetControl {
      clusters = List.copyOf(clusters);
    }

    /** What it wants of the machine, over all clusters. */
    public List<Evidence> evidence() {
      var merged = new LinkedHashMap<String, Evidence>();
      clusters.stream()
          .flatMap(each -> each.evidence().stream())
          .forEach(each -> merged.merge(each.id(), each, Evidence::and));
      return List.copyOf(merged.values());
    }

    /** Whether it passes while something fails that is information only. */
    public boolean passesWithNotes() {
      return status == ControlStatus.PASS && clusters.stream().anyMatch(each -> each.noted() > 0);
    }

    /** The gravest of what a person must show on each cluster; null when nothing is asked. */
    public @Nullable ControlStatus ask() {
      var asks =
          clusters.stream().flatMap(each -> Optional.ofNullable(each.ask()).stream()).toList();
      return asks.isEmpty() ? null : ControlStatus.gravest(asks);
    }

    static FleetControl of(Control control, List<ControlStanding> clusters) {
      var status = ControlStatus.gravest(clusters.stream().map(ControlStanding::status).toList());
      return new FleetControl(control, status, clusters);
    }
  }
}
