package dev.plumbline.web.pages.ownframeworks;

import dev.plumbline.web.pages.Editor;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import java.util.Map;

/**
 * The organisation's own frameworks.
 *
 * @param write whether the person may write some
 * @param sources what a new one may begin as a copy of
 * @param name of the new one, as typed
 * @param id of the new one, as typed
 * @param source the text to be taken in, as pasted
 * @param problems what was wrong, by field
 */
public record OwnframeworksView(
    String lede,
    List<Row> rows,
    boolean write,
    List<Option> sources,
    String name,
    String id,
    Editor source,
    Map<String, String> problems) {

  /**
   * One framework.
   *
   * @param saved which text is the newest, by whom and when
   */
  public record Row(String id, String name, String href, Mark state, String saved) {}

  /** A choice of a form. */
  public record Option(String value, String words, boolean chosen) {}
}
