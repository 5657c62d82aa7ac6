package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTests {

  @Test
  void leavesOutEachOperand() {
    assertThat(Clauses.leftOut("a && b || c"))
        .extracting(left -> left.rest().replaceAll("\\s+", " ").strip())
        .containsExactlyInAnyOrder("b || c", "a || c", "c", "a && b");
  }

  @Test
  void staysInsideBracketsAndOutsideTexts() {
    assertThat(Clauses.leftOut("f(x, a.?b && \"&&\" == c, y)"))
        .extracting(left -> left.rest().replaceAll("\\s+", " "))
        .containsExactlyInAnyOrder("f(x, a.?b , y)", "f(x, \"&&\" == c, y)");
  }

  @Test
  void leavesOutFilters() {
    assertThat(Clauses.leftOut("l.filter(x, x.y(\")\")).map(x, x)"))
        .contains(new Clauses.Without("l.map(x, x)", ".filter(x, x.y(\")\"))"));
  }
}
