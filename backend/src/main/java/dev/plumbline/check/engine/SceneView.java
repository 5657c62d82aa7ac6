package dev.plumbline.check.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A document with what the snapshot and the facts add to it. */
final class SceneView extends View {

  private final Map<String, Supplier<@Nullable Object>> more;
  private final Facts.Fields facts;
  private final Set<String> names;

  SceneView(
      Map<String, Object> document,
      Map<String, Supplier<@Nullable Object>> more,
      Facts.Fields facts) {
    super(document);
    this.more = more;
    this.facts = facts;
    this.names = more.isEmpty() ? facts.names() : union(more.keySet(), facts.names());
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  @Override
  Set<String> names() {
    return names;
  }

  @Override
  @Nullable Object compute(String name) {
    if (facts.names().contains(name)) {
      return facts.get(name);
    }
    Supplier<@Nullable Object> supplier = more.get(name);
    return supplier == null ? null : supplier.get();
  }
}
