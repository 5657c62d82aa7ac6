package dev.plumbline.check.engine;

import static dev.plumbline.check.engine.Words.CLUSTER;
import static dev.plumbline.check.engine.Words.CONTROL_PLANE;
import static dev.plumbline.check.engine.Words.NAMESPACE;
import static dev.plumbline.check.engine.Words.WORKLOAD;

import dev.plumbline.check.cel.Terms;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.shape.Shape;
import dev.plumbline.inventory.shape.Shape.Field;
import dev.plumbline.inventory.shape.Shapes;
import dev.plumbline.inventory.shape.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that expressions may speak of: kinds, workloads, the cluster, and what facts add. */
final class Vocabulary implements Terms {

  private final Map<String, Shape> shapes = new HashMap<>();
  private final List<Member> members = new ArrayList<>();

  Vocabulary(List<Fact> facts) {
    var added = new TreeMap<String, Map<String, Field>>();
    for (Fact fact : facts) {
      fact.adds().forEach((subject, record) -> add(fact, subject, record, added));
    }
    add(PodShapes.container());
    add(PodShapes.metadata());
    add(new Shape(WORKLOAD, joined(PodShapes.workload(), added.remove(WORKLOAD))));
    add(new Shape(CLUSTER, joined(lists(Shapes.kinds()), added.remove(CLUSTER))));
    add(namespace(added.remove(NAMESPACE)));
    added.forEach((subject, fields) -> add(base(subject).extended(subject, fields)));
  }

  @Override
  public Optional<Shape> shape(String name) {
    return Optional.ofNullable(shapes.get(name)).or(() -> Shapes.find(name));
  }

  @Override
  public List<Member> members() {
    return members;
  }

  /** The variables of an expression about one kind of subject. */
  Map<String, Type> variables(String word) {
    var variables = new LinkedHashMap<String, Type>();
    variables.put("cluster", new Type.Struct(CLUSTER));
    Optional<Kind> kind = Shapes.kind(word);
    if (word.equals(WORKLOAD) || kind.filter(Vocabulary::mayHaveNamespace).isPresent()) {
      variables.put("namespace", new Type.Struct(NAMESPACE));
    }
    variables.put("object", type(word));
    if (!word.equals(CONTROL_PLANE)) {
      variables.put(Words.variable(word), type(word));
    }
    return variables;
  }

  /** Whether checks can be about this word. */
  boolean knows(String word) {
    return word.equals(CONTROL_PLANE) || shapes.containsKey(word) || Shapes.kind(word).isPresent();
  }

  private Type type(String word) {
    if (word.equals(CONTROL_PLANE)) {
      return new Type.Struct(CLUSTER);
    }
    return shapes.containsKey(word)
        ? new Type.Struct(word)
        : Shapes.kind(word).map(Shapes::type).orElse(Type.ANY);
  }

  private static boolean mayHaveNamespace(Kind kind) {
    return Shapes.namespaced(kind) || !Shapes.kinds().contains(kind);
  }

  private void add(Shape shape) {
    shapes.put(shape.name(), shape);
  }

  private void add(
      Fact fact,
      String subject,
      Class<? extends Record> record,
      Map<String, Map<String, Field>> added) {
    List<Shape> closure = Shapes.of(record);
    closure.forEach(this::add);
    Shapes.records(record).forEach(type -> members.addAll(Members.of(type)));
    var fields = added.computeIfAbsent(subject, s -> new LinkedHashMap<>());
    closure
        .getFirst()
        .fields()
        .forEach((name, field) -> fields.put(name, field.needing(fact.name())));
  }

  private static Shape base(String subject) {
    return Shapes.kind(subject)
        .map(Shapes::type)
        .filter(Type.Struct.class::isInstance)
        .flatMap(type -> Shapes.find(((Type.Struct) type).name()))
        .orElse(new Shape(subject, Map.of()));
  }

  private static Shape namespace(@Nullable Map<String, Field> added) {
    var fields = lists(Shapes.kinds().stream().filter(Shapes::namespaced).toList());
    fields.remove("version");
    fields.remove("minor");
    return base(NAMESPACE).extended(NAMESPACE, joined(fields, added));
  }

  private static Map<String, Field> joined(
      Map<String, Field> fields, @Nullable Map<String, Field> added) {
    fields.putAll(added == null ? Map.of() : added);
    return fields;
  }

  /** A field for all objects of each kind, and one for all workloads. */
  private static Map<String, Field> lists(Iterable<Kind> kinds) {
    var fields = new LinkedHashMap<String, Field>();
    fields.put("version", Field.always(Type.TEXT));
    fields.put("minor", Field.always(Type.WHOLE));
    for (Kind kind : kinds) {
      if (Shapes.kind(kind.name()).filter(kind::equals).isPresent()) {
        Type one = kind.name().equals(NAMESPACE) ? new Type.Struct(NAMESPACE) : Shapes.type(kind);
        fields.put(
            Words.plural(kind.name()), Field.always(new Type.ListOf(one)).needing(kind.name()));
      }
    }
    Type workloads = new Type.ListOf(new Type.Struct(WORKLOAD));
    fields.put("workloads", Field.always(workloads).needing(WORKLOAD));
    return fields;
  }
}
