package dev.plumbline.web.pages.finding;

import dev.plumbline.check.Severity;
import dev.plumbline.web.charts.History;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding.
 *
 * @param id of the finding
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
 * @param exceptions those in force and the one that waits
 * @param ask the form to ask for one, null where that is not allowed
 */
public record FindingView(
    String id,
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
    List<Waiver> exceptions,
    @Nullable Ask ask) {

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
   * @param compensation what lowers the risk meanwhile, empty when nothing does
   * @param asked who asked, when, and when it ends, as a sentence
   * @param decided who approved it or who may, as a sentence
   * @param decide whether the person may approve or refuse it
   * @param withdraw whether the person may take it back
   */
  public record Waiver(
      String id,
      Mark state,
      String reason,
      String compensation,
      String asked,
      String decided,
      boolean decide,
      boolean withdraw) {}

  /**
   * The form to ask for an exception.
   *
   * @param renew whether one is in force
   * @param latest last day it may end on, as {@code 2026-10-12}
   * @param problems what was not accepted, by field
   */
  public record Ask(
      boolean renew,
      String latest,
      String reason,
      String compensation,
      String until,
      Map<String, String> problems) {}
}
