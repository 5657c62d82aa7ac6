package dev.plumbline.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every page of an organisation; the model attribute {@code shell}.
 *
 * @param tenant the organisation's name
 * @param page the entry of the rail that is current: overview, findings, frameworks, exceptions,
 *     reports, clusters, settings, audit-log
 * @param auditor whether the person may read the audit log
 * @param scope further fields of the scope bar, such as cluster and namespace
 * @param moment what instant the page shows, null where a page has no history
 * @param sample set while the organisation holds sample data
 * @param rulePack version that judged what is shown, null before the first scan
 * @param instant when the page was read, with zone, ready to print
 */
public record Shell(
    String tenant,
    Person person,
    String page,
    boolean auditor,
    Counts counts,
    List<ScopeField> scope,
    @Nullable Moment moment,
    Freshness freshness,
    @Nullable Sample sample,
    @Nullable String rulePack,
    String instant) {

  /**
   * Who is signed in.
   *
   * @param role in words, such as {@code Engineer}
   */
  public record Person(String name, String role) {

    /** At most two letters. */
    public String initials() {
      var words = name.strip().split("\\s+");
      return words.length < 2 ? first(words[0]) : first(words[0]) + first(words[words.length - 1]);
    }

    private static String first(String word) {
      return word.isEmpty() ? "" : Character.toString(word.codePointAt(0)).toUpperCase();
    }
  }

  /**
   * Counts beside the entries of the rail; null prints nothing.
   *
   * @param exceptions in force
   */
  public record Counts(
      @Nullable Long findings,
      @Nullable Long frameworks,
      @Nullable Long exceptions,
      @Nullable Long clusters) {

    public static final Counts NONE = new Counts(null, null, null, null);
  }

  /** One field of the scope bar: label over value, and what else could be chosen. */
  public record ScopeField(String label, String value, List<Choice> choices) {}

  /**
   * One value of a field.
   *
   * @param href from the context path on, with its query
   */
  public record Choice(String words, String href, boolean current) {}

  /**
   * The instant a page shows.
   *
   * @param at ready to print with zone, null for now
   * @param value for the input, as {@code 2026-06-30T00:00}, empty for now
   * @param path of this page, from the context path on
   * @param query the filter to keep, null for none
   * @param now address of this page as of now
   */
  public record Moment(
      @Nullable String at,
      @Nullable String value,
      String zone,
      String path,
      @Nullable String query,
      String now) {}

  /**
   * How old what is shown is.
   *
   * @param summary such as {@code 3 of 4 clusters fresh}
   */
  public record Freshness(String summary, List<ClusterAge> clusters) {}

  /**
   * One cluster's age.
   *
   * @param note such as {@code 24 min}, {@code upload, 2 d} or {@code stale 31 h}
   * @param wayOut what mends a stale one, null when nothing here does
   */
  public record ClusterAge(String name, String note, boolean stale, @Nullable Link wayOut) {}

  /** The mark of sample data. */
  public record Sample(String words, boolean removable) {}
}
