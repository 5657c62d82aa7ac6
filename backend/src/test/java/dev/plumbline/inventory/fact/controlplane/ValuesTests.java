package dev.plumbline.inventory.fact.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTests {

  @Test
  void durationsAreReadAsGoReadsThem() {
    assertThat(Values.seconds("1h30m")).contains(5400L);
    assertThat(Values.seconds("60s")).contains(60L);
    assertThat(Values.seconds("1m0.5s")).contains(60L);
    assertThat(Values.seconds("500ms")).contains(0L);
    assertThat(Values.seconds("-1s")).contains(-1L);
    assertThat(Values.seconds("0")).contains(0L);
    assertThat(Values.seconds("60")).isEmpty();
    assertThat(Values.seconds("soon")).isEmpty();
  }

  @Test
  void truthIsReadAsGoReadsIt() {
    assertThat(Values.bool("T")).contains(true);
    assertThat(Values.bool("0")).contains(false);
    assertThat(Values.bool("yes")).isEmpty();
  }

  @Test
  void aListIsDividedByCommas() {
    assertThat(Values.list("Node, RBAC,")).isEqualTo(List.of("Node", "RBAC"));
    assertThat(Values.list("")).isEmpty();
  }

  @Test
  void theLastWordOnAGateCounts() {
    assertThat(Values.gates("A=true,B=false,A=false,C")).isEqualTo(Map.of("A", false, "B", false));
  }

  @Test
  void numbersTooLongAreNone() {
    assertThat(Values.number("30")).contains(30L);
    assertThat(Values.number("9".repeat(40))).isEmpty();
  }
}
