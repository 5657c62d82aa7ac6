package dev.plumbline.scan;

/** Clusters of our own writing with a history, for an organisation that wants to look around. */
public interface SampleData {

  /**
   * Registers the sample clusters in the current tenant and puts down that their history is to be
   * made; should the process end before it is, another goes on with it.
   *
   * @return runs the real engine over their past, look by look, until it is made
   */
  Runnable begin();

  /** Begins, and waits until the history is made. */
  default void load() {
    begin().run();
  }
}
