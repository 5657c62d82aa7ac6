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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fingerprints of all that expressions can read of one snapshot, each made once. */
final class Prints {

  private final Scene scene;
  private final Vocabulary vocabulary;
  private final Map<Object, Thing> things = new IdentityHashMap<>();
  private final Print.Scratch scratch = new Print.Scratch();
  private final Map<String, Optional<List<Found>>> lists = new HashMap<>();
  private final Map<String, Map<String, List<Found>>> grouped = new HashMap<>();
  private final Map<Reads, Reads> known = new HashMap<>();
  private final Map<Step, Reads> below = new HashMap<>();

  Prints(Scene scene, Vocabulary vocabulary) {
    this.scene = scene;
    this.vocabulary = vocabulary;
  }

  private record Step(String shape, String field, Reads within) {}

  /** A field, and what is read of objects it leads to. */
  private record Field(String name, Reads within) {}

  /** Something with the prints made of it so far. */
  private record Thing(Found found, Facts.Fields facts, Map<Field, Print> prints) {}

  private Thing thing(Found found) {
    return switch (found) {
      case Found.OfWorkload(Workload workload) ->
          things.computeIfAbsent(workload, one -> made(found));
      case Found.OfObject(KubeObject object) -> things.computeIfAbsent(object, one -> made(found));
      case Found.OfCluster cluster -> things.computeIfAbsent(scene, one -> made(found));
      case Found.OfFact fact -> made(found);
    };
  }

  private Thing made(Found found) {
    return new Thing(found, scene.facts(found), new HashMap<>());
  }

  private Print print() {
    return new Print(scratch);
  }

  /** Makes prints of what is judged, one input after the other. */
  Function<Input, Print> of(Found found) {
    Thing thing = thing(found);
    return input ->
        input.shape().isEmpty()
            ? document(found)
            : field(thing, new Field(input.field(), input.within()));
  }

  /** Of a namespace, by its name. */
  Print ofNamespace(String name, Input input) {
    var key = new ObjectKey(Kind.core(NAMESPACE), "", name);
    if (name.isEmpty()) {
      return print();
    }
    Optional<KubeObject> read = scene.snapshot().find(key);
    return read.isPresent() ? of(new Found.OfObject(read.get())).apply(input) : unread(key);
  }

  Print ofCluster(Input input) {
    return of(Found.OfCluster.of(Words.CLUSTER)).apply(input);
  }

  private Print document(Found found) {
    return print().add(found instanceof Found.OfObject(var read) ? read.document() : null);
  }

  private Print unread(ObjectKey key) {
    Outcome.Unknown why = scene.missing(key).outcome();
    return print().add(why.reason()).add(why.detail());
  }

  private Print field(Thing thing, Field field) {
    Print known = thing.prints().get(field);
    if (known == null) {
      known = made(thing, field.name(), field.within());
      thing.prints().put(field, known);
    }
    return known;
  }

  private Print made(Thing thing, String field, Reads within) {
    if (thing.facts().adds(field)) {
      return ofFact(thing.facts().raw(field), within);
    }
    return switch (thing.found()) {
      case Found.OfWorkload(Workload workload) -> workload(workload, field, within);
      case Found.OfObject(KubeObject object) -> object(object, field, within);
      case Found.OfCluster cluster -> cluster(field, within);
      case Found.OfFact fact -> print();
    };
  }

  private Print ofFact(@Nullable Object value, Reads within) {
    List<Workload> pointedTo = WorkloadList.of(value);
    return pointedTo.isEmpty()
        ? print().add(value)
        : list(pointedTo.stream().map(one -> (Found) new Found.OfWorkload(one)).toList(), within);
  }

  private Print workload(Workload workload, String field, Reads within) {
    return switch (field) {
      case "kind", "name", "namespace" -> print().add(workload.key());
      case "metadata" -> print().add(each(workload, PodGroup::metadata));
      case "spec", "containers" -> print().add(specs(workload));
      case "pods" -> print().add(each(workload, PodGroup::pods));
      case "object" -> print().add(workload.object().map(KubeObject::document));
      case "serviceAccount" -> accounts(workload, within);
      case Input.GROUPS -> print().add(workload.broken()).add(each(workload, Prints::shape));
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
    var print = print();
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
        : print().add(object.document().get(field));
  }

  private Print cluster(String field, Reads within) {
    return switch (field) {
      case "version", "minor", "since" -> print().add(scene.snapshot().version());
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
    var print = print().size(all.size());
    all.forEach(found -> view(found, within, print));
    return print;
  }

  /** All that is read of one object in a list. */
  private void view(Found found, Reads within, Print print) {
    String shape = vocabulary.shapeOf(found);
    Thing thing = thing(found);
    for (String field : within.of(shape)) {
      append(field(thing, new Field(field, below(shape, field, within))), print);
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
