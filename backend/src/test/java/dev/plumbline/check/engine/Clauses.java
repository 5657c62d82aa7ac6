package dev.plumbline.check.engine;

import java.util.ArrayList;
import java.util.List;

/** A CEL expression with one clause left out, in every way there is. */
final class Clauses {

  private static final String FILTER = ".filter(";

  private final String source;
  private final int[] depth;
  private final boolean[] text;

  private Clauses(String source) {
    this.source = source;
    this.depth = new int[source.length() + 1];
    this.text = new boolean[source.length() + 1];
    scan();
  }

  /** What is left of an expression, and what was left out of it. */
  record Without(String rest, String clause) {}

  /** Every operand of {@code &&} and {@code ||}, and every filter, left out in turn. */
  static List<Without> leftOut(String source) {
    var clauses = new Clauses(source);
    var mutants = new ArrayList<Without>();
    for (int at = 0; at < source.length() - 1; at++) {
      if (clauses.operator(at)) {
        mutants.add(clauses.without(clauses.left(at), at + 2));
        mutants.add(clauses.without(at, clauses.right(at)));
      } else if (!clauses.text[at] && source.startsWith(FILTER, at)) {
        mutants.add(clauses.without(at, clauses.closing(at + FILTER.length() - 1) + 1));
      }
    }
    return mutants.stream().distinct().toList();
  }

  private void scan() {
    int level = 0;
    char quote = 0;
    for (int at = 0; at < source.length(); at++) {
      char c = source.charAt(at);
      if (quote != 0) {
        text[at] = true;
        quote = c == quote && source.charAt(at - 1) != '\\' ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        text[at] = true;
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        level++;
      }
      depth[at] = level;
      if (!text[at] && ")]}".indexOf(c) >= 0) {
        level--;
      }
    }
  }

  private boolean operator(int at) {
    return !text[at] && (source.startsWith("&&", at) || source.startsWith("||", at));
  }

  private int left(int operator) {
    int at = operator;
    while (at > 0 && !ends(at - 1, operator)) {
      at--;
    }
    return at;
  }

  private int right(int operator) {
    int at = operator + 2;
    while (at < source.length() && !ends(at, operator)) {
      at++;
    }
    return at;
  }

  /** Whether an operand of the operator cannot reach over this place. */
  private boolean ends(int at, int operator) {
    char c = source.charAt(at);
    if (text[at] || depth[at] > depth[operator] || depth[at] < depth[operator]) {
      return !text[at] && depth[at] < depth[operator];
    }
    boolean bracket = "([{)]}".indexOf(c) >= 0 && depth[at] == depth[operator];
    boolean ternary = c == '?' && at > 0 && ".[".indexOf(source.charAt(at - 1)) < 0 || c == ':';
    boolean other = c == '|' || c == '&' && source.charAt(operator) == '&';
    return bracket || ternary || c == ',' || other;
  }

  private int closing(int opening) {
    int at = opening + 1;
    while (at < source.length() - 1 && (text[at] || depth[at] != depth[opening] || !closes(at))) {
      at++;
    }
    return at;
  }

  private boolean closes(int at) {
    return ")]}".indexOf(source.charAt(at)) >= 0;
  }

  private Without without(int from, int to) {
    return new Without(
        source.substring(0, from) + source.substring(to), source.substring(from, to));
  }
}
