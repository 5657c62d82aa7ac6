package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.jmespath.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts an expression into words. */
final class Lexer {

  private static final Map<Character, Kind> SINGLE =
      Map.of(
          '.', Kind.DOT,
          '*', Kind.STAR,
          ',', Kind.COMMA,
          ':', Kind.COLON,
          '{', Kind.BRACE,
          '}', Kind.BRACE_END,
          ']', Kind.BRACKET_END,
          '(', Kind.PARENTHESIS,
          ')', Kind.PARENTHESIS_END,
          '@', Kind.CURRENT);

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    var lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.next(text.charAt(lexer.at));
    }
    lexer.add(Kind.END, "");
    return lexer.tokens;
  }

  private void add(Kind kind, String word) {
    tokens.add(new Token(kind, word));
  }

  private void next(char letter) {
    if (" \t\n\r".indexOf(letter) >= 0) {
      at++;
    } else if (starts(letter)) {
      add(Kind.NAME, run(Lexer::continues));
    } else if (letter == '-' || digit(letter)) {
      add(Kind.NUMBER, run(Lexer::digit));
    } else if (SINGLE.containsKey(letter)) {
      at++;
      add(SINGLE.getOrDefault(letter, Kind.END), "");
    } else {
      sign(letter);
    }
  }

  private void sign(char letter) {
    switch (letter) {
      case '[' -> bracket();
      case '"' -> add(Kind.QUOTED, Json.text('"' + until('"') + '"'));
      case '`' -> add(Kind.JSON, until('`').replace("\\`", "`"));
      case '\'' -> add(Kind.TEXT, until('\'').replace("\\'", "'"));
      case '|' -> either('|', Kind.OR, Kind.PIPE);
      case '&' -> either('&', Kind.AND, Kind.REFERENCE);
      case '<' -> either('=', Kind.AT_MOST, Kind.LESS);
      case '>' -> either('=', Kind.AT_LEAST, Kind.MORE);
      case '!' -> either('=', Kind.UNEQUAL, Kind.NOT);
      case '=' -> equal();
      default -> throw new Failed("no expression: " + text);
    }
  }

  private void bracket() {
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    at += after == '?' || after == ']' ? 2 : 1;
    add(after == '?' ? Kind.FILTER : after == ']' ? Kind.FLATTEN : Kind.BRACKET, "");
  }

  private void equal() {
    if (!text.startsWith("==", at)) {
      throw new Failed("no expression: " + text);
    }
    at += 2;
    add(Kind.EQUAL, "");
  }

  private void either(char second, Kind both, Kind one) {
    boolean two = at + 1 < text.length() && text.charAt(at + 1) == second;
    at += two ? 2 : 1;
    add(two ? both : one, "");
  }

  /** What stands before the closing quote; a backslash keeps the letter behind it. */
  private String until(char quote) {
    int from = ++at;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw new Failed("no expression, a quote is open: " + text);
    }
    return text.substring(from, at++);
  }

  private interface Letters {
    boolean among(char letter);
  }

  private String run(Letters letters) {
    int from = at++;
    while (at < text.length() && letters.among(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean starts(char letter) {
    return letter == '_' || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  private static boolean continues(char letter) {
    return starts(letter) || digit(letter);
  }

  private static boolean digit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
