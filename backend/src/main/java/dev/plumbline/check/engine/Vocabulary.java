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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that expressions may speak of: kinds, workloads, the cluster, and what facts add. */
final class Vocabulary implements Terms {

  private static final Kind ACCOUNT = Kind.core("ServiceAccount");

  private static final Set<String> KINDS =
      Shapes.kinds().stream()
          .map(Shapes::type)
          .filter(Type.Struct.class::isInstance)
          .map(type -> ((Type.Struct) type).name())
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, Shape> shapes = new HashMap<>();
  private final Set<String> extended = new HashSet<>();
  private final List<Member> members = new ArrayList<>();
  private final Set<Class<?>> seen = new HashSet<>();

  Vocabulary(List<Fact> facts) {
    var added = new TreeMap<String, Map<String, Field>>();
    for (Fact fact : facts) {
      fact.adds().forEach((subject, record) -> add(fact, subject, record, added));
    }
    for (String subject : List.of(WORKLOAD, CLUSTER, NAMESPACE)) {
      added.computeIfAbsent(subject, s -> new LinkedHashMap<>());
    }
    members.add(Since.MEMBER);
    extended.addAll(added.keySet());
    add(PodShapes.container());
    add(PodShapes.metadata());
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

  @Override
  public boolean object(String shape) {
    return extended.contains(shape) || KINDS.contains(shape);
  }

  @Override
  public boolean documented(String shape) {
    return shape.equals(WORKLOAD);
  }

  @Override
  public boolean document(String shape, String field) {
    return documented(shape) && PodShapes.DOCUMENT.contains(field);
  }

  @Override
  public boolean sure(String shape, String field) {
    return documented(shape) && PodShapes.TEXTS.contains(field);
  }

  @Override
  public boolean context(String shape) {
    return shape.equals(CLUSTER);
  }

  @Override
  public boolean sureFunction(String name) {
    return name.equals(Since.MEMBER.name());
  }

  /** The shape that objects are in when expressions meet them in lists; empty for none. */
  String shapeOf(Found found) {
    return switch (found) {
      case Found.OfObject(var object) ->
          extended.contains(object.key().kind().name())
              ? object.key().kind().name()
              : Shapes.type(object.key().kind()) instanceof Type.Struct(String shape) ? shape : "";
      default -> found.subject();
    };
  }

  /** What a field is; anything where it is not known. */
  Type field(String shape, String field) {
    return shape(shape)
        .flatMap(known -> Optional.ofNullable(known.fields().get(field)))
        .map(Field::type)
        .orElse(Type.ANY);
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
    Shapes.records(record).stream()
        .filter(seen::add)
        .forEach(type -> members.addAll(Members.of(type)));
    var fields = added.computeIfAbsent(subject, s -> new LinkedHashMap<>());
    closure
        .getFirst()
        .fields()
        .forEach((name, field) -> fields.put(name, field.needing(fact.name())));
  }

  private Shape base(String subject) {
    return switch (subject) {
      case WORKLOAD -> new Shape(WORKLOAD, PodShapes.workload(reference(ACCOUNT)));
      case CLUSTER -> new Shape(CLUSTER, cluster());
      case NAMESPACE -> model(NAMESPACE).extended(NAMESPACE, lists(namespaced()));
      default -> model(subject);
    };
  }

  private static Shape model(String subject) {
    return Shapes.kind(subject)
        .map(Shapes::type)
        .filter(Type.Struct.class::isInstance)
        .flatMap(type -> Shapes.find(((Type.Struct) type).name()))
        .orElse(new Shape(subject, Map.of()));
  }

  private Map<String, Field> cluster() {
    Map<String, Field> fields = lists(Shapes.kinds());
    fields.put("version", Field.always(Type.TEXT));
    fields.put("minor", Field.always(Type.WHOLE));
    return fields;
  }

  private static List<Kind> namespaced() {
    return Shapes.kinds().stream().filter(Shapes::namespaced).toList();
  }

  /** A field for all objects of each kind, and one for all workloads. */
  private Map<String, Field> lists(Iterable<Kind> kinds) {
    var fields = new LinkedHashMap<String, Field>();
    for (Kind kind : kinds) {
      if (Shapes.kind(kind.name()).filter(kind::equals).isPresent()) {
        Type all = new Type.ListOf(reference(kind));
        fields.put(Words.plural(kind.name()), Field.always(all).needing(kind.name()));
      }
    }
    Type workloads = new Type.ListOf(new Type.Struct(WORKLOAD));
    fields.put("workloads", Field.always(workloads).needing(WORKLOAD));
    return fields;
  }

  private Type reference(Kind kind) {
    return extended.contains(kind.name()) ? new Type.Struct(kind.name()) : Shapes.type(kind);
  }
}
