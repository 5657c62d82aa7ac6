package dev.plumbline.web.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter as text: terms parted by spaces, {@code key:value,value} or a free word. */
public record Query(List<Term> terms) {

  private static final int LONGEST = 2000;
  private static final int MOST = 40;

  public Query {
    terms = List.copyOf(terms);
  }

  /** Reads any text; what is too long is cut. */
  public static Query parse(String text) {
    String bounded = text.substring(0, Math.min(text.length(), LONGEST));
    return new Query(
        Arrays.stream(bounded.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .limit(MOST)
            .map(Query::term)
            .toList());
  }

  private static Term term(String word) {
    int colon = word.indexOf(':');
    if (colon <= 0 || colon == word.length() - 1) {
      return new Term("", List.of(word));
    }
    var values =
        Arrays.stream(word.substring(colon + 1).split(","))
            .filter(value -> !value.isEmpty())
            .toList();
    return values.isEmpty()
        ? new Term("", List.of(word))
        : new Term(word.substring(0, colon), values);
  }

  /** The canonical text. */
  public String text() {
    return terms.stream().map(Term::text).collect(Collectors.joining(" "));
  }

  public Query without(Term term) {
    return new Query(terms.stream().filter(other -> !other.equals(term)).toList());
  }

  /** With one more term, in place of others of its key. */
  public Query with(Term term) {
    return new Query(
        Stream.concat(
                terms.stream().filter(other -> !other.key().equals(term.key())), Stream.of(term))
            .toList());
  }
}
