package dev.plumbline.web.pages.owncontrol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of one control.
 *
 * @param title its id and topic, or that it is new
 * @param regulation whether its framework knows objectives; else names of checks' benchmarks
 * @param fresh whether it is to be added
 * @param plus ids of checks, with some places left empty
 * @param mistakes what was wrong, as sentences
 * @param remove where it is taken out, null where it cannot be
 */
public record OwncontrolView(
    String title,
    String framework,
    String back,
    String action,
    boolean regulation,
    boolean fresh,
    String id,
    String topic,
    List<Option> parents,
    List<Option> kinds,
    List<String> objectives,
    List<String> plus,
    List<String> minus,
    String names,
    String evidence,
    String ask,
    int revision,
    List<Option> checks,
    List<Option> aims,
    List<String> mistakes,
    @Nullable String remove) {

  /** A choice. */
  public record Option(String value, String words, boolean chosen) {}
}
