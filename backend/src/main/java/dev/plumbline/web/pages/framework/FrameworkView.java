package dev.plumbline.web.pages.framework;

import dev.plumbline.web.charts.Share;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One framework over the scope.
 *
 * @param edition which benchmark counts for the scope; null where nothing needs saying
 * @param mapping our mapping's version and date, and where the standard's own text is
 * @param link the standard's own page, null where there is none
 * @param yamlHref the whole of it to download
 * @param ownHref where it is written, null where it came along
 * @param scope such as {@code prod-eu1} or {@code 3 clusters}
 * @param score null where there is none
 * @param scoreNote why one figure would mislead, or what the score stands on
 * @param matrixHref the same as a matrix, null where it is none
 * @param figures the four counts
 * @param machine percent of all controls with machine evidence
 * @param attested percent of all controls attested by people
 * @param open percent of all controls open or expired; the rest no cluster can show
 */
public record FrameworkView(
    String name,
    String lede,
    @Nullable Notice edition,
    String mapping,
    @Nullable String link,
    String yamlHref,
    @Nullable String ownHref,
    String scope,
    @Nullable Double score,
    String scoreNote,
    String reportHref,
    @Nullable String matrixHref,
    List<Figure> figures,
    int machine,
    int attested,
    int open,
    List<Section> sections) {

  /** A count with its meaning. */
  public record Figure(Mark mark, long value, String note) {}

  /**
   * A heading of the framework and its controls.
   *
   * @param mark the gravest thing to say of it
   * @param open whether it is unfolded at first
   */
  public record Section(
      String id, String title, Share share, Mark mark, boolean open, List<Row> controls) {}

  /**
   * One control.
   *
   * @param evidence what the clusters show
   * @param ask what people attest, null when nothing is asked
   * @param provider what the hosting provider must do, one line each; empty for nothing
   */
  public record Row(
      String id,
      String href,
      String words,
      Mark evidence,
      String evidenceNote,
      @Nullable Mark ask,
      String askNote,
      List<String> provider) {}
}
