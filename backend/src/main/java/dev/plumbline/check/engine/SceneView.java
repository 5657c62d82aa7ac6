package dev.plumbline.check.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A document with what the snapshot and the facts add to it. */
final class SceneView extends View {

  private final Map<String, Supplier<@Nullable Object>> more;
  private final Facts.Fields facts;

  SceneView(
      Map<String, Object> document,
      Map<String, Supplier<@Nullable Object>> more,
      Facts.Fields facts) {
    this(document, new HashMap<>(), more, facts);
  }

  private SceneView(
      Map<String, Object> document,
      Map<String, Object> known,
      Map<String, Supplier<@Nullable Object>> more,
      Facts.Fields facts) {
    super(document, known);
    this.more = more;
    this.facts = facts;
  }

  /** Of fields made for the view alone; what a fact adds under the same name hides them. */
  static SceneView of(
      Map<String, Object> fields,
      Map<String, Supplier<@Nullable Object>> more,
      Facts.Fields facts) {
    fields.keySet().removeIf(name -> facts.adds(name) || more.containsKey(name));
    return new SceneView(Map.of(), fields, more, facts);
  }

  @Override
  Set<String> names() {
    var all = new HashSet<>(more.keySet());
    all.addAll(facts.names());
    return all;
  }

  @Override
  boolean adds(String name) {
    return facts.adds(name) || more.containsKey(name);
  }

  @Override
  @Nullable Object compute(String name) {
    if (facts.adds(name)) {
      return facts.get(name);
    }
    Supplier<@Nullable Object> supplier = more.get(name);
    return supplier == null ? null : supplier.get();
  }
}
