package dev.plumbline.web.api.retries;

import java.time.Instant;

/** What came of earlier calls with a key. */
sealed interface Earlier {

  /** There was none: this call is the first, and has taken the key. */
  record None() implements Earlier {}

  /** There was one, which was answered. */
  record Answered(Answer answer) implements Earlier {}

  /** There was one, which has not been answered yet, or never will be. */
  record Unanswered(Instant since) implements Earlier {}

  /** There was one that asked for something else. */
  record Different() implements Earlier {}
}
