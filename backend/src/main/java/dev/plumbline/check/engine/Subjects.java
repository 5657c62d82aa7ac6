package dev.plumbline.check.engine;

import static dev.plumbline.check.engine.Words.CLUSTER;
import static dev.plumbline.check.engine.Words.CONTROL_PLANE;
import static dev.plumbline.check.engine.Words.WORKLOAD;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.engine.Found.OfCluster;
import dev.plumbline.check.engine.Found.OfFact;
import dev.plumbline.check.engine.Found.OfObject;
import dev.plumbline.check.engine.Found.OfWorkload;
import dev.plumbline.check.engine.Subject.Look;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.shape.Shapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The subjects of each word in {@code applies_to}, made when asked for. */
final class Subjects {

  private final Scene scene;
  private final Map<String, String> names = new HashMap<>();

  Subjects(Scene scene) {
    this.scene = scene;
  }

  /** How many there are of a word that is a kind or the workloads; of others nobody counts. */
  int count(String word) {
    return word.equals(WORKLOAD)
        ? scene.workloads().size()
        : Shapes.kind(word).map(kind -> scene.snapshot().all(kind).size()).orElse(0);
  }

  void each(String word, Consumer<Found> judge) {
    switch (word) {
      case WORKLOAD -> scene.workloads().forEach(one -> judge.accept(new OfWorkload(one)));
      case CONTROL_PLANE, CLUSTER -> judge.accept(OfCluster.of(word));
      default ->
          Shapes.kind(word).ifPresentOrElse(kind -> objects(kind, judge), () -> known(word, judge));
    }
  }

  private void objects(Kind kind, Consumer<Found> judge) {
    scene.snapshot().all(kind).forEach(one -> judge.accept(new OfObject(one)));
  }

  private void known(String word, Consumer<Found> judge) {
    scene.population(word).forEach(key -> judge.accept(new OfFact(word, key)));
  }

  /** What is needed to judge it. */
  Subject of(Found found) {
    return switch (found) {
      case OfWorkload(Workload workload) -> workload(workload);
      case OfObject(KubeObject object) -> object(object);
      case OfFact(String word, ObjectKey key) -> known(word, key);
      case OfCluster(ObjectKey key) -> cluster(key);
    };
  }

  private Subject cluster(ObjectKey key) {
    return judged(key, variables(name(key.kind().name()), scene.cluster(), ""));
  }

  private Subject object(KubeObject object) {
    ObjectKey key = object.key();
    return judged(key, variables(name(key.kind().name()), scene.object(object), key.namespace()));
  }

  private Subject known(String word, ObjectKey key) {
    return judged(key, variables(name(word), scene.factObject(word, key), ""));
  }

  private static Subject judged(ObjectKey key, Map<String, Object> variables) {
    return new Subject(key, List.of(new Look(variables, Optional.empty())), Optional.empty());
  }

  private Subject workload(Workload workload) {
    List<Look> looks = workload.groups().stream().map(group -> look(workload, group)).toList();
    return new Subject(workload.key(), looks, unknown(workload));
  }

  private static Optional<Outcome.Unknown> unknown(Workload workload) {
    if (!workload.broken().isEmpty()) {
      return Optional.of(Reasons.of(Coverage.State.NOT_READ, workload.broken()));
    }
    return workload.groups().isEmpty()
        ? Optional.of(Reasons.of(Coverage.State.NOT_READ, "neither its pods nor its template"))
        : Optional.empty();
  }

  Look look(Workload workload, PodGroup group) {
    return new Look(
        variables(workload, group, group.spec()),
        group
            .template()
            .filter(template -> !group.pods().isEmpty())
            .map(template -> variables(workload, group, template)));
  }

  private Map<String, Object> variables(
      Workload workload, PodGroup group, Map<String, Object> spec) {
    Map<String, Object> view = scene.workload(workload, group, spec);
    return variables("workload", view, workload.key().namespace());
  }

  private Map<String, Object> variables(String name, Map<String, Object> view, String namespace) {
    return new Variables(name, view, scene.cluster(), namespace, scene::namespace);
  }

  /** What things of a word are called in expressions. */
  private String name(String word) {
    return names.computeIfAbsent(word, one -> Words.variable(one).intern());
  }
}
