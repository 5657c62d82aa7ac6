package dev.plumbline.check.cel;

import dev.plumbline.inventory.shape.Shape;
import dev.plumbline.inventory.shape.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What expressions may speak of: the shapes of values and the functions on them. */
public interface Terms {

  Optional<Shape> shape(String name);

  List<Member> members();

  /** Whether values of this shape are objects of a cluster, which know more than their document. */
  boolean object(String shape);

  /** Whether things of this shape lead into a document of their own. */
  boolean documented(String shape);

  /** Whether a field of such a shape is a part of that document, always there. */
  boolean document(String shape, String field);

  /** Whether a field of such a shape is a text that is always there. */
  boolean sure(String shape, String field);

  /** Whether this is the shape of the cluster. */
  boolean context(String shape);

  /** Whether a function of the cluster has an answer, whatever is known. */
  boolean sureFunction(String name);

  /**
   * A function called on a value: {@code s.flag("a", "b")}.
   *
   * @param call receives the receiver, then the arguments
   */
  record Member(
      String name,
      Type.Struct receiver,
      List<Type> parameters,
      Type result,
      Function<List<Object>, Object> call) {}
}
