package dev.plumbline.inventory.shape;

import dev.plumbline.inventory.Kind;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The shapes of all built-in kinds, and of any record. */
public final class Shapes {

  private static final List<String> GROUPS =
      List.of("", "apps", "batch", "networking.k8s.io", "rbac.authorization.k8s.io", "policy");
  private static final Map<Kind, Class<?>> MODELS = Models.all();
  private static final Map<String, Kind> BY_NAME = byName();
  private static final Map<String, Optional<Shape>> SHAPES = new ConcurrentHashMap<>();

  private Shapes() {}

  /** Every built-in kind. */
  public static Set<Kind> kinds() {
    return MODELS.keySet();
  }

  /**
   * The kind meant by a word in a check.
   *
   * @param name of a built-in kind, or {@code group/Name} for any kind
   */
  public static Optional<Kind> kind(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0
        ? Optional.ofNullable(BY_NAME.get(name))
        : Optional.of(new Kind(name.substring(0, slash), name.substring(slash + 1)));
  }

  /** Whether objects of a built-in kind lie in a namespace. */
  public static boolean namespaced(Kind kind) {
    Class<?> model = MODELS.get(kind);
    return model != null && Namespaced.class.isAssignableFrom(model);
  }

  /** What an object of this kind is; {@link Type#ANY} when it is not built in. */
  public static Type type(Kind kind) {
    Class<?> model = MODELS.get(kind);
    return model == null ? Type.ANY : new Type.Struct(Reflection.name(model));
  }

  /** The shape of a built-in kind or of a part of one. */
  public static Optional<Shape> find(String name) {
    return SHAPES.computeIfAbsent(name, n -> Reflection.model(n).map(Reflection::shape));
  }

  /** The shape of a record and of every record in it, its own first. */
  public static List<Shape> of(Class<? extends Record> root) {
    return records(root).stream().map(Reflection::shape).toList();
  }

  /** A record and every record in it, itself first. */
  public static Set<Class<?>> records(Class<? extends Record> root) {
    var seen = new LinkedHashSet<Class<?>>(Set.of(root));
    Deque<Class<?>> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Reflection.recordsIn(open.remove()).filter(seen::add).forEach(open::add);
    }
    return seen;
  }

  /** What a value of this Java type is. */
  public static Type type(java.lang.reflect.Type type) {
    return Reflection.type(type);
  }

  private static Map<String, Kind> byName() {
    return MODELS.keySet().stream()
        .collect(Collectors.toMap(Kind::name, kind -> kind, Shapes::preferred, TreeMap::new));
  }

  private static Kind preferred(Kind one, Kind other) {
    return rank(one) <= rank(other) ? one : other;
  }

  private static int rank(Kind kind) {
    int rank = GROUPS.indexOf(kind.group());
    return rank < 0 ? GROUPS.size() : rank;
  }
}
