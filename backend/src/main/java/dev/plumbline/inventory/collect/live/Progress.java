package dev.plumbline.inventory.collect.live;

/** Told how a collection goes on, by the thread that collects. */
public interface Progress {

  /** Tells nobody and never cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void phase(Phase phase) {}

        @Override
        public void kind(String resource, int number, int of, int objects) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** The steps of a collection. */
  enum Phase {
    CONNECT,
    DISCOVER,
    COLLECT
  }

  void phase(Phase phase);

  /**
   * A kind begins.
   *
   * @param resource as kubectl names it, such as {@code deployments.apps}
   * @param number from 1
   * @param of how many kinds there are
   * @param objects read so far
   */
  void kind(String resource, int number, int of, int objects);

  /** Asked between two pages: whether to stop. */
  boolean cancelled();
}
