package dev.plumbline.check.cel;

import dev.plumbline.check.cel.Terms.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions that compiled expressions cover, by name. */
final class Functions {

  private final Map<String, List<Member>> members = new HashMap<>();
  private final Answers answers = new Answers();

  Functions(List<Member> members) {
    for (Member member : members) {
      this.members.computeIfAbsent(member.name(), name -> new ArrayList<>()).add(member);
    }
  }

  Node node(String name, Set<String> overloads, List<Node> arguments) throws Unsupported {
    Node node =
        switch (arguments.size()) {
          case 0 -> none(name);
          case 1 -> one(name, Guards.first(overloads, arguments.get(0)));
          case 2 -> two(name, overloads, arguments.get(0), arguments.get(1));
          case 3 -> three(name, arguments);
          default -> null;
        };
    return node == null ? member(name, overloads, arguments) : node;
  }

  private static @Nullable Node none(String name) {
    return name.equals("optional.none") ? new Node.Constant(Optional.empty()) : null;
  }

  private static @Nullable Node one(String name, Node a) {
    return switch (name) {
      case "!_" -> Logic.not(a);
      case "dyn" -> a;
      case "hasValue" -> Selections.hasValue(a);
      case "optional.of" -> Selections.of(a);
      case "size" -> Calls.one(a, Calls::size);
      case "string" -> Calls.one(a, Calls::string);
      case "lowerAscii" -> Calls.one(a, Calls::lowerAscii);
      case "flatten" ->
          a instanceof Loops.Collect each ? each.flat() : Calls.one(a, Calls::flatten);
      case "distinct" -> Calls.one(a, Calls::distinct);
      case "join" -> Calls.one(a, list -> Calls.join(list, ""));
      default -> null;
    };
  }

  private @Nullable Node two(String name, Set<String> overloads, Node a, Node b) {
    if (name.equals("_+_")) {
      return Sum.of(overloads, a, b);
    }
    Node comparison = comparison(name, overloads, a, b);
    return comparison == null
        ? two(name, Guards.first(overloads, a), Guards.second(overloads, b))
        : comparison;
  }

  private @Nullable Node two(String name, Node a, Node b) {
    return switch (name) {
      case "_&&_" -> Logic.and(a, b);
      case "_||_" -> Logic.or(a, b);
      case "_==_" -> Logic.equal(a, b, true);
      case "_!=_" -> Logic.equal(a, b, false);
      case "@in" -> Logic.in(a, b);
      case "orValue" -> Selections.orValue(a, b);
      case "or" -> Selections.or(a, b);
      case "join" -> Calls.two(a, b, Calls::join);
      case "substring" -> Calls.two(a, b, Calls::substring);
      case "startsWith" -> Calls.two(a, b, (x, y) -> Calls.text(x).startsWith(Calls.text(y)));
      case "endsWith" -> Calls.two(a, b, (x, y) -> Calls.text(x).endsWith(Calls.text(y)));
      case "contains" -> Calls.two(a, b, (x, y) -> Calls.text(x).contains(Calls.text(y)));
      case "split" -> Calls.two(a, b, Calls::split);
      case "matches" -> matches(a, b);
      default -> null;
    };
  }

  private static @Nullable Node comparison(String name, Set<String> overloads, Node a, Node b) {
    return switch (name) {
      case "_<_" -> Comparison.of(a, b, overloads, compared -> compared < 0);
      case "_<=_" -> Comparison.of(a, b, overloads, compared -> compared <= 0);
      case "_>_" -> Comparison.of(a, b, overloads, compared -> compared > 0);
      case "_>=_" -> Comparison.of(a, b, overloads, compared -> compared >= 0);
      default -> null;
    };
  }

  private Node matches(Node text, Node pattern) {
    return pattern instanceof Node.Constant constant
            && constant.eval(new Object[0]) instanceof String known
        ? Calls.one(text, Calls.matches(known, answers))
        : Calls.two(text, pattern, new Patterns(answers)::matches);
  }

  private static @Nullable Node three(String name, List<Node> all) {
    return name.equals("_?_:_") ? Logic.choice(all.get(0), all.get(1), all.get(2)) : null;
  }

  /** Whether a fact has a function of this name. */
  boolean member(String name) {
    return members.containsKey(name);
  }

  /** A fact's own function, the one that fits the receiver's type. */
  private Node member(String name, Set<String> overloads, List<Node> arguments) throws Unsupported {
    List<Member> candidates =
        overloads.size() != 1
            ? List.of()
            : members.getOrDefault(name, List.of()).stream()
                .filter(member -> overloads.contains(DevCel.id(member)))
                .toList();
    if (candidates.isEmpty()) {
      throw new Unsupported("the function " + name);
    }
    Member member = candidates.getFirst();
    Node[] nodes = arguments.toArray(Node[]::new);
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        var values = new ArrayList<Object>(nodes.length);
        for (Node node : nodes) {
          values.add(node.eval(slots));
        }
        return member.call().apply(values);
      }

      @Override
      void write(Assembly to) {
        to.constant(member.call(), Function.class);
        to.list(nodes);
        to.send(Function.class, "apply", Object.class, Object.class);
      }
    };
  }
}
