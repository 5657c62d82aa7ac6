package dev.plumbline.inventory.fact.admission.jmespath;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of an expression. */
sealed interface Node {

  record Current() implements Node {}

  record Field(String name) implements Node {}

  record Literal(@Nullable Object value) implements Node {}

  /** What {@code right} makes of what {@code left} makes, where that is found. */
  record Chain(Node left, Node right) implements Node {}

  /** The same, with null where it is not found. */
  record Pipe(Node left, Node right) implements Node {}

  record Index(int at) implements Node {}

  record Slice(Optional<Integer> from, Optional<Integer> to, Optional<Integer> step)
      implements Node {}

  record Flatten(Node of) implements Node {}

  record Projection(Node of, Node each) implements Node {}

  record Values(Node of, Node each) implements Node {}

  record Filter(Node of, Node condition, Node each) implements Node {}

  record Many(List<Node> parts) implements Node {}

  record Hash(Map<String, Node> parts) implements Node {}

  record Or(Node left, Node right) implements Node {}

  record And(Node left, Node right) implements Node {}

  record Not(Node of) implements Node {}

  record Comparison(Token.Kind sign, Node left, Node right) implements Node {}

  record Call(String function, List<Node> arguments) implements Node {}

  /** An expression handed to a function. */
  record Reference(Node to) implements Node {}
}
