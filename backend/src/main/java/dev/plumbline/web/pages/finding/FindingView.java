package dev.plumbline.web.pages.finding;

import dev.plumbline.check.Severity;
import dev.plumbline.web.charts.History;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding.
 *
 * @param title the verdict in one line
 * @param crumbs where it stands, before the finding itself
 * @param namespace empty for what belongs to the whole cluster
 * @param previous address of the finding before in the list it was opened from, null for none
 * @param observed what was seen, one line for each offence
 * @param expected what would pass
 * @param read when and from which API it was read, with the resource version
 * @param why why it matters
 * @param evidence the object's document around the offending lines, null when it was not kept
 * @param json address of the evidence as JSON, null when it was not kept
 * @param history null before the second scan
 * @param facts the ledger beside it
 * @param exception the exception that covers it or was asked for, null for none
 * @param may what the person may do here
 */
public record FindingView(
    String title,
    List<Link> crumbs,
    String cluster,
    String namespace,
    String kind,
    String name,
    @Nullable String previous,
    @Nullable String next,
    Severity severity,
    Mark status,
    List<Observed> observed,
    String expected,
    String expectedNote,
    String read,
    String why,
    @Nullable Code evidence,
    @Nullable String json,
    Fix fix,
    @Nullable History history,
    List<Event> events,
    List<Fact> facts,
    List<Link> controls,
    @Nullable Waiver exception,
    May may) {

  /**
   * One offence.
   *
   * @param injected seen only in running pods, not in the manifest
   */
  public record Observed(String message, boolean injected) {}

  /**
   * How to mend it.
   *
   * @param points what it wins, null when it is not known
   * @param patch what to paste, null for none
   */
  public record Fix(
      String text, @Nullable Double points, @Nullable Code patch, @Nullable String download) {}

  /** Something that happened to it. */
  public record Event(Mark mark, String words, String when) {}

  /**
   * An exception.
   *
   * @param approvedBy null while it waits for a second person
   */
  public record Waiver(
      String id,
      Mark state,
      String reason,
      String requestedBy,
      @Nullable String approvedBy,
      String ends) {}

  /**
   * Rights on this page.
   *
   * @param except address to ask for an exception, null where it is not allowed
   * @param approve address to approve the one that waits, null where it is not allowed
   * @param withdraw address to end it early, null where it is not allowed
   * @param latest last day an exception may end on, as {@code 2026-10-12}
   */
  public record May(
      @Nullable String except,
      @Nullable String approve,
      @Nullable String withdraw,
      String latest) {}
}
