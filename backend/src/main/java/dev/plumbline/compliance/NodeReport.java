package dev.plumbline.compliance;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a tool saw on one node.
 *
 * @param benchmark edition it judged by, such as {@code cis-1.12}
 * @param at when it ran
 * @param results answer of each item, by its number
 */
public record NodeReport(
    UUID id,
    UUID cluster,
    String node,
    String benchmark,
    Instant at,
    String receivedFrom,
    SortedMap<String, Answer> results) {

  public NodeReport {
    results = new TreeMap<>(results);
  }

  /** What the tool says of an item. */
  public enum Answer {
    PASS,
    FAIL,
    /** A person must look, or the tool could not. */
    WARN,
    INFO
  }

  /** How many items have an answer. */
  public int count(Answer answer) {
    return (int) results.values().stream().filter(answer::equals).count();
  }

  /** What a tool wrote, before anybody says on which node. */
  record Parsed(String benchmark, String sections, Map<String, Answer> results) {}
}
