package dev.plumbline.scan;

import java.time.Instant;

/**
 * Something of which an organisation keeps only so much history; found as a bean.
 *
 * @param what plural noun, for the audit log
 */
public record Forgettable(String what, Step step) {

  /** One batch, in a transaction of its own. */
  public interface Step {

    /**
     * Forgets what was over before an instant and is not needed to read any later instant, at most
     * so many rows at once.
     *
     * @return how many; 0 when nothing is left
     */
    int forget(Instant before, int limit);
  }
}
