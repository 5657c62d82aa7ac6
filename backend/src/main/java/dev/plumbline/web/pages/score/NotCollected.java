package dev.plumbline.web.pages.score;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Score;

/**
 * What checks hold back whose data no scan collects yet.
 *
 * @param points of 100
 * @param checks how many weigh something
 */
record NotCollected(Score.Fraction points, int checks) {

  static NotCollected of(Score score, Catalogue catalogue) {
    var all = new NotCollected(Score.Fraction.ZERO, 0);
    for (Score.Line line : score.lines()) {
      boolean collected =
          catalogue.find(line.check()).map(check -> check.notCollected().isEmpty()).orElse(true);
      if (!collected && line.weight() > 0) {
        all = new NotCollected(all.points.plus(score.open(line)), all.checks + 1);
      }
    }
    return all;
  }
}
