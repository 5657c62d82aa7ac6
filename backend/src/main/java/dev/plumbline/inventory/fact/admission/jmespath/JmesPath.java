package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import org.jspecify.annotations.Nullable;

/** An expression ready to be searched with. */
public final class JmesPath {

  private static final int LONGEST = 4_000;

  private final Node node;

  private JmesPath(Node node) {
    this.node = node;
  }

  /**
   * Reads an expression.
   *
   * @throws Failed where it is none
   */
  public static JmesPath parse(String text) {
    if (text.length() > LONGEST) {
      throw new NotUnderstood("uses a longer expression than is tried");
    }
    return new JmesPath(Parser.parse(text));
  }

  /**
   * What it finds, null for nothing.
   *
   * @throws Failed where Kyverno finds an error, {@link Missing} where a field is not there
   */
  public @Nullable Object search(@Nullable Object value, Meter meter) {
    return search(value, meter, true);
  }

  /**
   * The same.
   *
   * @param compares whether the numbers of the value are of the kind that expressions compare
   */
  public @Nullable Object search(@Nullable Object value, Meter meter, boolean compares) {
    Object found = new Walk(meter, compares).of(node, value);
    if (found instanceof Node.Reference) {
      throw new Failed("an expression finds an expression");
    }
    return found;
  }
}
