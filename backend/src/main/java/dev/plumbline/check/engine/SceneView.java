package dev.plumbline.check.engine;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A document with what the snapshot and the facts add to it. */
final class SceneView extends View {

  private final Function<String, @Nullable Object> more;
  private final Facts.Fields facts;

  /**
   * Nothing is computed yet.
   *
   * @param further what facts add, and what the snapshot does
   * @param more what the snapshot adds, by its name
   */
  SceneView(
      Map<String, Object> document,
      Places further,
      Function<String, @Nullable Object> more,
      Facts.Fields facts) {
    super(document, further);
    this.more = more;
    this.facts = facts;
  }

  /** With what facts add alone. */
  SceneView(Map<String, Object> document, Facts.Fields facts) {
    this(document, facts.places(), name -> null, facts);
  }

  @Override
  @Nullable Object compute(String name) {
    return facts.adds(name) ? facts.get(name) : more.apply(name);
  }
}
