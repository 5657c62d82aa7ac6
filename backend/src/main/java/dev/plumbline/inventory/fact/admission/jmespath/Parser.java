package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.jmespath.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an expression by how strongly its signs bind. */
final class Parser {

  private static final int DEEPEST = 100;
  private static final int MOST_JOINTS = 300;

  private final String text;
  private final List<Token> tokens;
  private int at;
  private int depth;
  private int joints;

  private Parser(String text) {
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  static Node parse(String text) {
    var parser = new Parser(text);
    Node node = parser.expression(0);
    parser.take(Kind.END);
    return node;
  }

  private Token token() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  private Kind kind() {
    return token().kind();
  }

  private Token advance() {
    Token token = token();
    at++;
    return token;
  }

  private boolean skip(Kind kind) {
    boolean there = kind() == kind;
    at += there ? 1 : 0;
    return there;
  }

  private Token take(Kind kind) {
    if (kind() != kind) {
      throw wrong();
    }
    return advance();
  }

  private Failed wrong() {
    return new Failed("no expression: " + text);
  }

  private Node expression(int power) {
    if (++depth > DEEPEST) {
      throw new NotUnderstood("nests expressions deeper than is tried");
    }
    Node node = first(advance());
    while (power < kind().power) {
      if (++joints > MOST_JOINTS) {
        throw new NotUnderstood("joins more expressions than is tried");
      }
      node = more(node, advance().kind());
    }
    depth--;
    return node;
  }

  private Node first(Token token) {
    return switch (token.kind()) {
      case JSON -> new Node.Literal(Json.read(token.text()));
      case TEXT -> new Node.Literal(token.text());
      case NAME -> named(token.text());
      case QUOTED -> new Node.Field(token.text());
      case CURRENT -> new Node.Current();
      case STAR -> new Node.Values(new Node.Current(), behindStar());
      case FILTER -> filter(new Node.Current());
      case FLATTEN -> flatten(new Node.Current());
      case BRACE -> hash();
      case BRACKET -> bracket();
      case REFERENCE -> new Node.Reference(expression(0));
      case NOT -> new Node.Not(expression(Kind.NOT.power));
      case PARENTHESIS -> inParentheses();
      default -> throw wrong();
    };
  }

  private Node named(String name) {
    return skip(Kind.PARENTHESIS)
        ? new Node.Call(name, list(Kind.PARENTHESIS_END))
        : new Node.Field(name);
  }

  private Node inParentheses() {
    Node node = expression(0);
    take(Kind.PARENTHESIS_END);
    return node;
  }

  private Node behindStar() {
    return kind() == Kind.BRACKET_END ? new Node.Current() : projected(Kind.STAR.power);
  }

  private Node more(Node left, Kind kind) {
    return switch (kind) {
      case DOT -> dot(left);
      case PIPE -> new Node.Pipe(left, expression(kind.power));
      case OR -> new Node.Or(left, expression(kind.power));
      case AND -> new Node.And(left, expression(kind.power));
      case EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST ->
          new Node.Comparison(kind, left, expression(kind.power));
      case FILTER -> filter(left);
      case FLATTEN -> flatten(left);
      case BRACKET -> bracket(left);
      default -> throw wrong();
    };
  }

  private Node dot(Node left) {
    return skip(Kind.STAR)
        ? new Node.Values(left, projected(Kind.DOT.power))
        : new Node.Chain(left, afterDot(Kind.DOT.power));
  }

  private Node afterDot(int power) {
    return switch (kind()) {
      case NAME, QUOTED, STAR -> expression(power);
      case BRACKET, BRACE ->
          advance().kind() == Kind.BRACKET ? new Node.Many(list(Kind.BRACKET_END)) : hash();
      default -> throw wrong();
    };
  }

  /** What is made of each element. */
  private Node projected(int power) {
    return switch (kind()) {
      case BRACKET, FILTER -> expression(power);
      case DOT -> {
        advance();
        yield afterDot(power);
      }
      default -> {
        if (kind().power >= 10) {
          throw wrong();
        }
        yield new Node.Current();
      }
    };
  }

  private Node flatten(Node left) {
    return new Node.Projection(new Node.Flatten(left), projected(Kind.FLATTEN.power));
  }

  private Node filter(Node left) {
    Node condition = expression(0);
    take(Kind.BRACKET_END);
    Node each = kind() == Kind.FLATTEN ? new Node.Current() : projected(Kind.FILTER.power);
    return new Node.Filter(left, condition, each);
  }

  private Node bracket() {
    boolean star = kind() == Kind.STAR && tokens.get(at + 1).kind() == Kind.BRACKET_END;
    return star || kind() == Kind.NUMBER || kind() == Kind.COLON
        ? bracket(new Node.Current())
        : new Node.Many(list(Kind.BRACKET_END));
  }

  private Node bracket(Node left) {
    if (skip(Kind.STAR)) {
      take(Kind.BRACKET_END);
      return new Node.Projection(left, projected(Kind.STAR.power));
    }
    List<Optional<Integer>> parts = numbers();
    if (parts.size() == 1) {
      return new Node.Chain(left, new Node.Index(parts.getFirst().orElseThrow(this::wrong)));
    }
    Optional<Integer> step = parts.size() > 2 ? parts.get(2) : Optional.empty();
    Node slice = new Node.Slice(parts.get(0), parts.get(1), step);
    return new Node.Projection(new Node.Chain(left, slice), projected(Kind.STAR.power));
  }

  /** One number, or up to three with colons between. */
  private List<Optional<Integer>> numbers() {
    List<Optional<Integer>> parts = new ArrayList<>();
    do {
      boolean there = kind() == Kind.NUMBER;
      parts.add(there ? Optional.of(number(advance().text())) : Optional.empty());
    } while (parts.size() < 3 && skip(Kind.COLON));
    take(Kind.BRACKET_END);
    return parts;
  }

  private int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw wrong();
    }
  }

  private List<Node> list(Kind end) {
    List<Node> parts = new ArrayList<>();
    if (end == Kind.PARENTHESIS_END && skip(end)) {
      return parts;
    }
    do {
      parts.add(expression(0));
    } while (skip(Kind.COMMA));
    take(end);
    return parts;
  }

  private Node hash() {
    Map<String, Node> parts = new LinkedHashMap<>();
    do {
      Token key = kind() == Kind.QUOTED ? advance() : take(Kind.NAME);
      take(Kind.COLON);
      parts.put(key.text(), expression(0));
    } while (skip(Kind.COMMA));
    take(Kind.BRACE_END);
    return new Node.Hash(parts);
  }
}
