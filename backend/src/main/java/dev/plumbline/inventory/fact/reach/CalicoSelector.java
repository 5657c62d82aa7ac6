package dev.plumbline.inventory.fact.reach;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Calico's selectors, such as {@code app == 'web' && !has(canary)}. */
final class CalicoSelector {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(all\\(\\)|global\\(\\)|has\\(\\s*([\\w./-]+)\\s*\\)|&&|\\|\\||==|!=|!|\\(|\\)|\\{|\\}|,"
              + "|'[^']*'|\"[^\"]*\"|[\\w./-]+)");

  private final List<String> tokens = new ArrayList<>();
  private int at;

  private CalicoSelector(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group(1).replaceAll("\\s+", ""));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw new IllegalArgumentException(text);
    }
  }

  /** Empty when it cannot be understood. */
  static Optional<Labels> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(Labels.ANY);
    }
    try {
      var parser = new CalicoSelector(text);
      Labels labels = parser.either();
      return parser.at == parser.tokens.size() ? Optional.of(labels) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Labels either() {
    var parts = new ArrayList<Labels>(List.of(both()));
    while (take("||")) {
      parts.add(both());
    }
    return parts.size() == 1 ? parts.getFirst() : new Labels.Some(parts);
  }

  private Labels both() {
    var parts = new ArrayList<Labels>(List.of(one()));
    while (take("&&")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new Labels.All(parts);
  }

  private Labels one() {
    String token = next();
    return switch (token) {
      case "!" -> new Labels.Not(one());
      case "all()" -> Labels.ANY;
      case "global()" -> new Labels.Nothing();
      case "(" -> closed(either());
      default ->
          token.startsWith("has(")
              ? new Labels.Has(token.substring(4, token.length() - 1))
              : comparison(name(token));
    };
  }

  private Labels comparison(String key) {
    String operator = next();
    return switch (operator) {
      case "==" -> new Labels.In(key, Set.of(text()));
      case "!=" -> new Labels.Not(new Labels.In(key, Set.of(text())));
      case "in" -> new Labels.In(key, values());
      case "not" -> new Labels.Not(new Labels.In(key, expect("in").values()));
      case "contains" -> new Labels.Like(key, Labels.Like.How.CONTAINS, text());
      case "starts" -> new Labels.Like(key, Labels.Like.How.STARTS, expect("with").text());
      case "ends" -> new Labels.Like(key, Labels.Like.How.ENDS, expect("with").text());
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private Set<String> values() {
    expect("{");
    var values = new LinkedHashSet<String>();
    while (!take("}")) {
      values.add(text());
      take(",");
    }
    return values;
  }

  private Labels closed(Labels labels) {
    expect(")");
    return labels;
  }

  private String text() {
    String token = next();
    if (!token.startsWith("'") && !token.startsWith("\"")) {
      throw new IllegalArgumentException(token);
    }
    return token.substring(1, token.length() - 1);
  }

  private static String name(String token) {
    if (!token.matches("[\\w./-]+")) {
      throw new IllegalArgumentException(token);
    }
    return token;
  }

  private CalicoSelector expect(String token) {
    if (!take(token)) {
      throw new IllegalArgumentException(token);
    }
    return this;
  }

  private boolean take(String token) {
    boolean here = at < tokens.size() && tokens.get(at).equals(token);
    at += here ? 1 : 0;
    return here;
  }

  private String next() {
    if (at == tokens.size()) {
      throw new IllegalArgumentException("it ends too early");
    }
    return tokens.get(at++);
  }
}
