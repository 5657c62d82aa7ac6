package dev.plumbline.web.pages.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.Score;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.check.catalogue.CheckFolders;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotCollectedTests {

  private final Catalogue catalogue = CheckFolders.load();

  @Test
  void aClusterWhereAllElsePassesLacksExactlyWhatIsNotCollected() {
    var score = new Score(lines());
    var held = NotCollected.of(score, catalogue);
    assertThat(held.checks()).isEqualTo(6);
    assertThat(held.points()).isGreaterThan(Fraction.ZERO);
    assertThat(score.value().orElseThrow().plus(held.points())).isEqualTo(Fraction.of(100, 1));
    assertThat(score.potential()).contains(Fraction.of(100, 1));
  }

  @Test
  void whatIsUnknownForOtherReasonsIsNotMeant() {
    var lines = new ArrayList<>(lines());
    lines.add(new Score.Line("pod-privileged", 10, Fraction.ZERO, Fraction.ONE));
    lines.add(new Score.Line("a-check-of-former-days", 10, Fraction.ZERO, Fraction.ONE));
    assertThat(NotCollected.of(new Score(lines), catalogue).checks()).isEqualTo(6);
  }

  private List<Score.Line> lines() {
    return catalogue.all().stream().map(NotCollectedTests::line).toList();
  }

  private static Score.Line line(Check check) {
    boolean collected = check.notCollected().isEmpty();
    return new Score.Line(
        check.id(),
        check.severity().weight(),
        collected ? Fraction.ONE : Fraction.ZERO,
        collected ? Fraction.ZERO : Fraction.ONE);
  }
}
