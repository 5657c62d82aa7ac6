package dev.plumbline.web.query;

import java.util.List;

/**
 * One term of a filter.
 *
 * @param key such as {@code severity}; empty for a free word
 * @param values any of which may hold
 */
public record Term(String key, List<String> values) {

  public Term {
    values = List.copyOf(values);
  }

  /** As it is typed: {@code severity:high,critical}, or the word. */
  public String text() {
    return key.isEmpty() ? values.getFirst() : key + ":" + String.join(",", values);
  }
}
