package dev.plumbline.inventory.fact.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalicoSelectorTests {

  private static final Map<String, String> LABELS = Map.of("app", "web", "k8s.io/tier", "front");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "all(), true",
        "global(), false",
        "app == 'web', true",
        "app=='api' || k8s.io/tier == \"front\", true",
        "!has(app) || app == 'web' && has(none), false",
        "(!has(app) || app == 'web') && !has(none), true",
        "`app in {'api', 'web'}`, true",
        "`app not in {'api', 'web'}`, false",
        "none != 'x', true",
        "app contains 'e', true",
        "app starts with 'we', true",
        "app ends with 'x', false",
      })
  void selectorsMatchAsCalicoReadsThem(String selector, boolean matches) {
    assertThat(CalicoSelector.parse(selector).orElseThrow().match(LABELS)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app =", "app == web", "(app == 'a'", "app == 'a' 'b'", "=~", "has(app"})
  void whatIsNoSelectorIsNotUnderstood(String selector) {
    assertThat(CalicoSelector.parse(selector)).isEmpty();
  }
}
