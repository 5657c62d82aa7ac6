package dev.plumbline.check;

/**
 * What one evaluation remembers for the next look at the same cluster. It says nothing by itself:
 * an outcome is taken from it only where everything that it was judged by is the same, so an old
 * one, or one of another cluster, costs time and never truth.
 */
public interface Memory {

  /** Remembers nothing yet. */
  Memory EMPTY = () -> 0;

  /** About how much of the heap it holds. */
  long bytes();
}
