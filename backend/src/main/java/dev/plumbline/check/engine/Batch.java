package dev.plumbline.check.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A few things judged together, check by check: few enough to stay in a processor's cache, enough
 * for a check to stay there too.
 */
final class Batch {

  private static final int SIZE = 16;

  private final Layout layout;
  private final List<Evaluation> columns;
  private final List<Subject> subjects = new ArrayList<>(SIZE);

  /**
   * @param columns one for each column of the layout
   */
  Batch(Layout layout, List<Evaluation> columns) {
    this.layout = layout;
    this.columns = columns;
  }

  void add(Subject subject) {
    subjects.add(subject);
    if (subjects.size() == SIZE) {
      judge();
    }
  }

  /** Judges what is left. */
  void judge() {
    for (int column = 0; column < columns.size(); column++) {
      columns.get(column).judge(layout.scopes().get(column), subjects);
    }
    subjects.clear();
  }
}
