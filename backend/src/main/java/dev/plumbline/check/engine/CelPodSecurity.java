package dev.plumbline.check.engine;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.PodSecurity;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A control is violated when one of the checks that name it has an offender. */
final class CelPodSecurity implements PodSecurity {

  private static final ServerVersion LATEST = new ServerVersion("", Integer.MAX_VALUE);

  /** Restricted controls that say all that a baseline control says. */
  private static final Map<String, String> COVERS =
      Map.of(
          "restrictedVolumes", "hostPathVolumes",
          "capabilities_restricted", "capabilities_baseline",
          "seccompProfile_restricted", "seccompProfile_baseline",
          "procMount_restricted", "procMount");

  private final List<Control> baseline;
  private final List<Control> restricted;

  CelPodSecurity(Catalogue catalogue, Compiler compiler) {
    this.baseline = controls(catalogue, compiler, "pss/baseline/");
    this.restricted = controls(catalogue, compiler, "pss/restricted/");
  }

  private record Control(String name, Rule rule) {}

  private static List<Control> controls(Catalogue catalogue, Compiler compiler, String prefix) {
    return catalogue.all().stream()
        .flatMap(check ->
            check.benchmark().stream()
                .filter(id -> id.startsWith(prefix))
                .map(id -> id.substring(prefix.length()))
                .map(name -> new Control(name, compiler.compile(check))))
        .sorted(Comparator.comparing(Control::name))
        .toList();
  }

  @Override
  public List<Violation> violations(Map<String, Object> pod, Level level, ServerVersion version) {
    Subject subject = subject(pod, version.known() ? version : LATEST);
    List<Violation> all = controls(level).flatMap(control -> violations(control, subject)).toList();
    Set<String> covered =
        all.stream()
            .flatMap(violation -> Stream.ofNullable(COVERS.get(violation.control())))
            .collect(Collectors.toSet());
    return all.stream().filter(violation -> !covered.contains(violation.control())).toList();
  }

  private Stream<Control> controls(Level level) {
    return switch (level) {
      case PRIVILEGED -> Stream.of();
      case BASELINE -> baseline.stream();
      case RESTRICTED -> Stream.concat(baseline.stream(), restricted.stream());
    };
  }

  private static Stream<Violation> violations(Control control, Subject subject) {
    return control.rule().scopes().stream()
        .map(scope -> Judge.outcome(scope, subject))
        .flatMap(CelPodSecurity::complaints)
        .map(complaint -> new Violation(control.name(), complaint));
  }

  private static Stream<String> complaints(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Pass pass -> Stream.of();
      case Outcome.NotApplicable none -> Stream.of();
      case Outcome.Fail fail -> fail.offences().stream().map(Outcome.Offence::message);
      case Outcome.Unknown unknown -> Stream.of("cannot be judged: " + unknown.detail());
    };
  }

  private static Subject subject(Map<String, Object> pod, ServerVersion version) {
    var snapshot = new Snapshot(Instant.EPOCH, version, new Coverage(Map.of()), List.of());
    Map<String, Object> metadata = Documents.map(pod, "metadata");
    Map<String, Object> spec = Documents.map(pod, "spec");
    var key =
        new ObjectKey(
            Kind.core("Pod"),
            Documents.text(metadata, "namespace"),
            Documents.text(metadata, "name"));
    var group = new PodGroup(metadata, spec, List.of(key.name()), Optional.empty());
    var workload = new Workload(0, key, Optional.empty(), List.of(group), "");
    var look = new Subjects(new Scene(snapshot, List.of())).look(workload, group);
    return new Subject(key, List.of(look), Optional.empty());
  }
}
