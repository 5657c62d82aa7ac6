package dev.plumbline.check.engine;

import java.util.ArrayList;
import java.util.BitSet;
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
  private final Survey survey;
  private final List<BitSet> present = new ArrayList<>(SIZE);

  /**
   * @param columns one for each column of the layout
   */
  Batch(Layout layout, List<Evaluation> columns) {
    this.layout = layout;
    this.columns = columns;
    this.survey = layout.survey();
  }

  void add(Subject subject) {
    subjects.add(subject);
    present.add(survey.of(subject));
    if (subjects.size() == SIZE) {
      judge();
    }
  }

  /** Judges what is left. */
  void judge() {
    for (int column = 0; column < columns.size(); column++) {
      judge(column, columns.get(column).of(layout.word()));
    }
    subjects.clear();
    present.clear();
  }

  private void judge(int column, Evaluation.OfKind evaluation) {
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i);
      if (evaluation.judges()) {
        evaluation.add(subject, layout.outcome(column, subject, present.get(i)));
      } else {
        evaluation.miss(subject.key());
      }
    }
  }
}
