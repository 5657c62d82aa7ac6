package dev.plumbline.check.engine;

import static dev.plumbline.check.engine.Words.NAMESPACE;

import dev.plumbline.check.Outcome;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fingerprints of all that expressions can read of one snapshot, each made once. */
final class Prints {

  private final Scene scene;
  private final Vocabulary vocabulary;
  private final Map<Cell, Print> cells = new HashMap<>();
  private final Map<String, Optional<List<Found>>> lists = new HashMap<>();
  private final Map<String, Map<String, List<Found>>> grouped = new HashMap<>();
  private final Map<Reads, Reads> known = new HashMap<>();
  private final Map<Step, Reads> below = new HashMap<>();

  Prints(Scene scene, Vocabulary vocabulary) {
    this.scene = scene;
    this.vocabulary = vocabulary;
  }

  private record Step(String shape, String field, Reads within) {}

  /** One field of one thing, and what is read of objects it leads to. */
  private record Cell(String subject, ObjectKey key, String field, Reads within) {}

  /** Of what is judged, or of the cluster. */
  Print of(Found found, Input input) {
    return input.shape().isEmpty() ? document(found) : field(found, input.field(), input.within());
  }

  /** Of a namespace, by its name. */
  Print ofNamespace(String name, Input input) {
    var key = new ObjectKey(Kind.core(NAMESPACE), "", name);
    if (name.isEmpty()) {
      return new Print();
    }
    Optional<KubeObject> read = scene.snapshot().find(key);
    return read.isPresent()
        ? field(new Found.OfObject(read.get()), input.field(), input.within())
        : unread(key);
  }

  Print ofCluster(Input input) {
    return field(Found.OfCluster.of(Words.CLUSTER), input.field(), input.within());
  }

  private static Print document(Found found) {
    return new Print().add(found instanceof Found.OfObject(var read) ? read.document() : null);
  }

  private Print unread(ObjectKey key) {
    Outcome.Unknown why = scene.missing(key).outcome();
    return new Print().add(why.reason()).add(why.detail());
  }

  /** Lists are made anew for every input; what they are made of is not. */
  private Print field(Found found, String field, Reads within) {
    if (found instanceof Found.OfCluster || found.subject().equals(NAMESPACE)) {
      return made(found, field, within);
    }
    var cell = new Cell(found.subject(), found.key(), field, within);
    Print known = cells.get(cell);
    if (known == null) {
      known = made(found, field, within);
      cells.put(cell, known);
    }
    return known;
  }

  private Print made(Found found, String field, Reads within) {
    Facts.Fields facts = scene.facts(found.subject(), found.key());
    if (facts.names().contains(field)) {
      return new Print().add(facts.raw(field));
    }
    return switch (found) {
      case Found.OfWorkload(Workload workload) -> workload(workload, field, within);
      case Found.OfObject(KubeObject object) -> object(object, field, within);
      case Found.OfCluster cluster -> cluster(field, within);
      case Found.OfFact fact -> new Print();
    };
  }

  private Print workload(Workload workload, String field, Reads within) {
    return switch (field) {
      case "kind", "name", "namespace" -> new Print().add(workload.key());
      case "metadata" -> new Print().add(each(workload, PodGroup::metadata));
      case "spec", "containers" -> new Print().add(specs(workload));
      case "pods" -> new Print().add(each(workload, PodGroup::pods));
      case "object" -> new Print().add(workload.object().map(KubeObject::document));
      case "serviceAccount" -> accounts(workload, within);
      case Input.GROUPS -> new Print().add(workload.broken()).add(each(workload, Prints::shape));
      default -> throw new IllegalStateException("no such field: workload." + field);
    };
  }

  private static <T> List<T> each(Workload workload, Function<PodGroup, T> part) {
    return workload.groups().stream().map(part).toList();
  }

  private static Boolean shape(PodGroup group) {
    return !group.pods().isEmpty() && group.template().isPresent();
  }

  /** Of each group what runs, and the template it is held against. */
  private static List<Map<String, Object>> specs(Workload workload) {
    var specs = new ArrayList<Map<String, Object>>();
    for (PodGroup group : workload.groups()) {
      specs.add(group.spec());
      if (shape(group)) {
        specs.add(group.template().orElseThrow());
      }
    }
    return specs;
  }

  private Print accounts(Workload workload, Reads within) {
    var print = new Print();
    for (Map<String, Object> spec : specs(workload)) {
      ObjectKey key = Scene.account(workload.key().namespace(), spec);
      Optional<KubeObject> read = scene.snapshot().find(key);
      read.ifPresentOrElse(
          object -> view(new Found.OfObject(object), within, print), () -> absent(key, print));
    }
    return print;
  }

  private void absent(ObjectKey key, Print print) {
    if (scene.snapshot().coverage().complete(key.kind())) {
      print.add(null);
    } else {
      append(unread(key), print);
    }
  }

  private Print object(KubeObject object, String field, Reads within) {
    return object.key().kind().equals(Kind.core(NAMESPACE)) && listed(field).isPresent()
        ? list(byNamespace(field).getOrDefault(object.key().name(), List.of()), within)
        : new Print().add(object.document().get(field));
  }

  private Print cluster(String field, Reads within) {
    return switch (field) {
      case "version", "minor", "since" -> new Print().add(scene.snapshot().version());
      default ->
          listed(field)
              .map(found -> list(found, within))
              .orElseThrow(() -> new IllegalStateException("no such field: cluster." + field));
    };
  }

  private Optional<List<Found>> listed(String field) {
    return lists.computeIfAbsent(field, scene::listed);
  }

  private Map<String, List<Found>> byNamespace(String field) {
    return grouped.computeIfAbsent(
        field,
        name ->
            listed(name).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(found -> found.key().namespace())));
  }

  private Print list(Collection<Found> all, Reads within) {
    var print = new Print().size(all.size());
    all.forEach(found -> view(found, within, print));
    return print;
  }

  /** All that is read of one object in a list. */
  private void view(Found found, Reads within, Print print) {
    String shape = vocabulary.shapeOf(found);
    for (String field : within.of(shape)) {
      append(field(found, field, below(shape, field, within)), print);
    }
  }

  private Reads below(String shape, String field, Reads within) {
    return below.computeIfAbsent(
        new Step(shape, field, within),
        step -> {
          Reads reads = within.within(vocabulary.field(shape, field), vocabulary);
          return known.computeIfAbsent(reads, Function.identity());
        });
  }

  private static void append(Print part, Print print) {
    print.add(part.first(), part.second());
  }
}
