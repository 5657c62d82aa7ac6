package dev.plumbline.check.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A few things judged together, check by check: few enough to stay in a processor's cache, enough
 * for a check to stay there too.
 */
final class Batch {

  private static final int SIZE = 32;

  private final Layout layout;
  private final List<Evaluation.OfKind> columns;
  private final List<Subject> subjects = new ArrayList<>(SIZE);
  private final Survey survey;
  private final List<Columns> asked = new ArrayList<>(SIZE);

  /**
   * @param columns one for each column of the layout
   */
  Batch(Layout layout, List<Evaluation> columns) {
    this.layout = layout;
    this.columns = columns.stream().map(column -> column.of(layout.word())).toList();
    this.survey = layout.survey();
  }

  void add(Subject subject) {
    subjects.add(layout.gathered(subject));
    asked.add(survey.of(subject));
    if (subjects.size() == SIZE) {
      judge();
    }
  }

  /** Judges what is left. */
  void judge() {
    for (int column = 0; column < columns.size(); column++) {
      Evaluation.OfKind evaluation = columns.get(column);
      if (evaluation.judges()) {
        judge(column, evaluation);
      } else {
        subjects.forEach(subject -> evaluation.miss(subject.key()));
      }
    }
    subjects.clear();
    asked.clear();
  }

  private void judge(int column, Evaluation.OfKind evaluation) {
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i);
      evaluation.add(subject, layout.outcome(column, subject, asked.get(i)));
    }
  }
}
