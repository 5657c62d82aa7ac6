package dev.plumbline.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * Why there is nothing to list.
 *
 * @param state decides what is drawn large
 * @param count objects read so far, or findings the filter hides; null where it says nothing
 * @param link a way on
 * @param action a button that posts to its address
 */
public record Empty(
    State state,
    @Nullable Long count,
    String title,
    String text,
    @Nullable Link link,
    @Nullable Link action) {

  /** The five states that must not be confused. */
  public enum State {
    NEVER_SCANNED,
    SCANNING,
    CLEAN,
    FILTERED,
    UNREADABLE
  }
}
