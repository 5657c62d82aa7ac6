package dev.plumbline.scan;

/** Clusters of our own writing with a history, for an organisation that wants to look around. */
public interface SampleData {

  /** Loads the sample clusters and runs the real engine over their past, in the current tenant. */
  void load();
}
