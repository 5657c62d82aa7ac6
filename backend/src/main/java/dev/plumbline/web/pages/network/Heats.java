package dev.plumbline.web.pages.network;

import dev.plumbline.inventory.fact.reach.Matrix;
import dev.plumbline.web.pages.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws the matrix of namespaces, the most connected ones where there are many. */
final class Heats {

  private static final int MOST = 16;

  private Heats() {}

  static NetworkView.@Nullable Heat of(Matrix matrix, UnaryOperator<String> href) {
    List<Integer> shown = shown(matrix);
    if (shown.isEmpty()) {
      return null;
    }
    int left = matrix.namespaces().size() - shown.size();
    String note =
        left == 0
            ? ""
            : Format.counted(left, "namespace", "namespaces") + " with fewer connections not shown";
    return new NetworkView.Heat(
        shown.stream().map(matrix.namespaces()::get).toList(),
        shown.stream().map(from -> row(matrix, from, shown, href)).toList(),
        note);
  }

  private static List<Integer> shown(Matrix matrix) {
    return IntStream.range(0, matrix.namespaces().size())
        .boxed()
        .sorted(Comparator.comparingLong((Integer it) -> -connections(matrix, it)))
        .limit(MOST)
        .sorted()
        .toList();
  }

  private static long connections(Matrix matrix, int namespace) {
    long all = 0;
    for (int other = 0; other < matrix.namespaces().size(); other++) {
      all += matrix.cells().get(namespace).get(other).possible();
      all += matrix.cells().get(other).get(namespace).possible();
    }
    return all;
  }

  private static NetworkView.HeatRow row(
      Matrix matrix, int from, List<Integer> shown, UnaryOperator<String> href) {
    String name = matrix.namespaces().get(from);
    var cells = new ArrayList<NetworkView.Cell>();
    for (int to : shown) {
      cells.add(cell(matrix.cells().get(from).get(to), name, matrix.namespaces().get(to)));
    }
    return new NetworkView.HeatRow(name, href.apply(name), cells);
  }

  private static NetworkView.Cell cell(Matrix.Cell cell, String from, String to) {
    boolean unknown = cell.possible() > cell.certain();
    String words = words(cell);
    String label =
        "%s to %s: %s of %s"
            .formatted(
                from,
                to,
                unknown ? cell.certain() + " to " + cell.possible() : cell.certain() + "",
                Format.counted(cell.pairs(), "pair", "pairs"));
    return new NetworkView.Cell(words, step(cell), unknown, label);
  }

  private static String words(Matrix.Cell cell) {
    if (cell.pairs() == 0) {
      return Format.NOT_KNOWN;
    }
    if (cell.possible() > cell.certain()) {
      return cell.certain() + "\u2013" + cell.possible() + "/" + cell.pairs();
    }
    return cell.certain() == 0
        ? "none"
        : cell.certain() == cell.pairs() ? "all" : cell.certain() + "/" + cell.pairs();
  }

  /** Quarter by quarter; the last step is for all. */
  private static int step(Matrix.Cell cell) {
    if (cell.certain() == 0) {
      return 0;
    }
    return cell.certain() == cell.pairs() ? 4 : 1 + (int) (3 * cell.certain() / cell.pairs());
  }
}
