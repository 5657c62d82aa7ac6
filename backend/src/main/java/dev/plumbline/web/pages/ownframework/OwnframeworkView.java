package dev.plumbline.web.pages.ownframework;

import dev.plumbline.web.pages.Editor;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One own framework.
 *
 * @param revision number of the text that was read, sent along when it is saved
 * @param preview what the text would say, null while it cannot be read
 * @param hanging what names it, such as {@code 2 schedules of reports}
 * @param standHref where it stands, null while it does not count
 * @param publish whether the person may let the newest text count, and it does not yet
 */
public record OwnframeworkView(
    String id,
    String name,
    Mark state,
    String lede,
    int revision,
    Editor source,
    @Nullable Preview preview,
    boolean write,
    boolean publish,
    boolean retire,
    boolean delete,
    String hanging,
    List<Revision> revisions,
    @Nullable String standHref) {

  /**
   * What a text would say of the clusters as they stand.
   *
   * @param words over which clusters, and the score
   */
  public record Preview(String words, List<Figure> figures, List<Row> controls) {}

  /** A count with its meaning. */
  public record Figure(Mark mark, long value, String note) {}

  /**
   * A control of the text.
   *
   * @param href its form, null where it cannot be changed
   * @param wants what it names, such as {@code 2 checks}
   */
  public record Row(
      String id, @Nullable String href, String topic, String kind, String wants, Mark mark) {}

  /**
   * A saved text.
   *
   * @param counted when it counted, and by whom; empty when it never did
   */
  public record Revision(int number, String saved, String counted, String href) {}
}
