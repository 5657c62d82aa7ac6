package dev.plumbline.check.cel;

import dev.plumbline.check.cel.Assembly.Code;
import dev.plumbline.check.cel.Closures.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Expressions about the same things: each is written as code of its own, and what several of them
 * read of a thing is read once.
 */
public final class Together {

  private final Shares shares;
  private final List<Expression> members;

  /**
   * @param expressions those that cannot be written stay as they are
   * @param sure fields of a variable that are always there and cost nothing to read
   * @param list one of them, a list that many expressions run through; empty for none
   */
  public Together(List<Expression> expressions, Set<String> sure, String list) {
    this.shares = new Shares(sure, list);
    expressions.forEach(this::count);
    shares.settle();
    this.members = expressions.stream().map(this::member).toList();
  }

  /** Those that an expression is one of. */
  public static Optional<Together> of(Expression expression) {
    return expression instanceof Member member ? Optional.of(member.together) : Optional.empty();
  }

  private void count(Expression expression) {
    if (expression instanceof Compiled compiled) {
      Assembly.count(compiled.root(), shares.counting(compiled));
    }
  }

  private Expression member(Expression expression) {
    return expression instanceof Compiled compiled
        ? new Member(
            this, compiled, Assembly.of(compiled.root(), shares.of(compiled)), places(compiled))
        : expression;
  }

  private int[] places(Compiled compiled) {
    var places = new ArrayList<Integer>();
    for (String name : compiled.names()) {
      places.add(shares.place(name));
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The expressions in their order; quickest with variables that {@link #gathered} gave. */
  public List<Expression> members() {
    return members;
  }

  /** The same variables, to be read by all members. */
  public Map<String, Object> gathered(Map<String, Object> variables) {
    return new Gathered(variables, shares);
  }

  /**
   * One of the expressions.
   *
   * @param alone the same by itself, which decides where this one cannot
   * @param places where its variables are
   */
  private record Member(Together together, Compiled alone, Code code, int[] places)
      implements Expression {

    @Override
    public Object evaluate(Map<String, Object> variables) {
      Object[] slots = Gathered.slots(variables);
      if (slots == null || !bound(slots)) {
        return alone.evaluate(variables);
      }
      try {
        return code.eval(slots);
      } catch (Retreat | EvaluationFailed left) {
        return alone.otherwise().evaluate(variables);
      }
    }

    private boolean bound(Object[] slots) {
      for (int place : places) {
        if (slots[place] == null) {
          return false;
        }
      }
      return true;
    }
  }
}
