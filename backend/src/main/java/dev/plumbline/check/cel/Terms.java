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
