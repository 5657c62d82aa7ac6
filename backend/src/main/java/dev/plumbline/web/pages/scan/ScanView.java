package dev.plumbline.web.pages.scan;

import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.pages.Stat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scan.
 *
 * @param crumb such as {@code Scan of 14 Jul, 09:18}
 * @param title such as {@code Reading prod-eu1}
 * @param status where it is, in a sentence
 * @param running whether it still runs: the page then renews itself
 * @param events address of the server-sent events, null when it does not run
 * @param cancel address to cancel it, null where it cannot be
 * @param notices what could not be read, each with its way out
 * @param kindsNote such as {@code 8 of 21 shown, the rest is done}
 * @param soFar objects read, findings so far
 * @param note what holds until it commits, or the way to its result
 */
public record ScanView(
    String cluster,
    String clusterHref,
    String crumb,
    String title,
    String status,
    boolean running,
    @Nullable String events,
    @Nullable String cancel,
    List<Phase> phases,
    long done,
    long total,
    List<Notice> notices,
    List<Kind> kinds,
    String kindsNote,
    List<Stat> soFar,
    List<Fact> facts,
    String note) {

  /**
   * One phase.
   *
   * @param percent done, 0 to 100
   * @param note how long it took, or where it is
   */
  public record Phase(String words, int percent, boolean current, String note) {}

  /**
   * One kind.
   *
   * @param percent read, 0 to 100
   * @param objects null when none was read yet, or it cannot be
   * @param blind whether it cannot be read
   */
  public record Kind(
      String kind, int percent, @Nullable Long objects, String about, Mark state, boolean blind) {}
}
