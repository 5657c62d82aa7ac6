package dev.plumbline.inventory.fact.reach;

import java.util.List;

/**
 * Which namespaces' workloads reach which.
 *
 * @param namespaces those with workloads, in order
 * @param cells a row for each namespace that connections come from, a cell for each they go to
 */
public record Matrix(List<String> namespaces, List<List<Cell>> cells) {

  public Matrix {
    namespaces = List.copyOf(namespaces);
    cells = cells.stream().map(List::copyOf).toList();
  }

  /**
   * Pairs of two different workloads.
   *
   * @param certain pairs that surely connect on some port
   * @param possible pairs that may, the certain ones among them
   */
  public record Cell(long certain, long possible, long pairs) {}
}
