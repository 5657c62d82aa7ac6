package dev.plumbline.inventory.fact.admission.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators on made-up values, against what each of them means in plain words. */
class OperatorsPropertyTests {

  private static final List<String> WORDS = List.of("a", "b", "cd", "SYS_ADMIN", "8080", "x-y");
  private static final Map<String, BiPredicate<List<String>, List<String>>> OF_LISTS =
      Map.of(
          "AnyIn", (keys, values) -> keys.stream().anyMatch(values::contains),
          "AnyNotIn", (keys, values) -> !values.containsAll(keys),
          "AllIn", (keys, values) -> values.containsAll(keys),
          "AllNotIn", (keys, values) -> Collections.disjoint(keys, values),
          "In", (keys, values) -> values.containsAll(keys),
          "NotIn", (keys, values) -> !values.containsAll(keys),
          "Equals", List::equals,
          "NotEquals", (keys, values) -> !keys.equals(values));
  private static final Map<String, BiPredicate<Long, Long>> OF_NUMBERS =
      Map.of(
          "Equals", Long::equals,
          "NotEquals", (key, value) -> !key.equals(value),
          "GreaterThan", (key, value) -> key > value,
          "GreaterThanOrEquals", (key, value) -> key >= value,
          "LessThan", (key, value) -> key < value,
          "LessThanOrEquals", (key, value) -> key <= value);

  @Test
  void listsAreHeldAgainstLists() {
    var random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      List<String> keys = words(random, 0);
      List<String> values = words(random, 1);
      OF_LISTS.forEach((operator, meaning) ->
          assertThat(holds(operator, keys, values))
              .as("%s %s %s", keys, operator, values)
              .isEqualTo(meaning.test(keys, values)));
    }
  }

  @Test
  void aTextIsHeldAgainstAListLikeAListOfOne() {
    var random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      String key = one(random);
      List<String> values = words(random, 0);
      for (String operator : List.of("AnyIn", "AnyNotIn", "AllIn", "AllNotIn", "In", "NotIn")) {
        assertThat(holds(operator, key, values))
            .as("%s %s %s", key, operator, values)
            .isEqualTo(values.contains(key) != operator.contains("Not"));
      }
    }
  }

  /** As numbers, as texts, as quantities and as seconds. */
  @Test
  void numbersAreComparedInWhateverFormTheyAreWritten() {
    var random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      long key = random.nextInt(20);
      long value = random.nextInt(20);
      OF_NUMBERS.forEach((operator, meaning) -> {
        for (Object[] form : forms(key, value)) {
          assertThat(holds(operator, form[0], form[1]))
              .as("%s %s %s", form[0], operator, form[1])
              .isEqualTo(meaning.test(key, value));
        }
      });
      if (key != value) {
        assertThat(holds("DurationGreaterThan", key + "m", value * 60)).isEqualTo(key > value);
        assertThat(holds("DurationLessThanOrEquals", key, value + "s")).isEqualTo(key < value);
      }
    }
  }

  private static List<Object[]> forms(long key, long value) {
    return List.of(
        new Object[] {key, value},
        new Object[] {key, String.valueOf(value)},
        new Object[] {(double) key, value},
        new Object[] {key + "Mi", value * 1024 + "Ki"},
        new Object[] {key + "m", value * 60},
        new Object[] {key + "h", value * 60 + "m"});
  }

  @Test
  void rangesHoldBothTheirEnds() {
    for (long port = 0; port < 30; port++) {
      boolean within = port >= 10 && port <= 20;
      List<Object> alone = List.of(port);
      List<Object> both = List.of(port, 15L);
      assertThat(holds("AnyIn", alone, "10-20")).isEqualTo(within);
      assertThat(holds("AllIn", both, "10-20")).isEqualTo(within);
      assertThat(holds("AnyNotIn", both, "10-20")).isEqualTo(!within);
      assertThat(holds("AllNotIn", alone, "10-20")).isEqualTo(!within);
      assertThat(holds("AllNotIn", both, "10-20")).isFalse();
      assertThat(holds("AnyNotIn", port, "10-20")).isEqualTo(!within);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Equals, sha-1, sha-?, true",
    "Equals, sha-?, sha-1, false",
    "NotEquals, sha-1, sha-*, false",
    "AnyIn, NET_*, NET_RAW, false",
    "AnyIn, NET_RAW, NET_*, true",
    "AllNotIn, NET_RAW, NET_*, false",
    "AnyIn, a, '[\"a\", \"b\"]', true",
    "AnyNotIn, c, '[\"a\", \"b\"]', true",
    "AnyNotIn, c, '{}', false",
    "AnyIn, c, '5', false",
    "In, a, b, false",
    "NotIn, a, b, false",
    "GreaterThan, x, 1, false",
    "DurationLessThan, x, 1, false",
  })
  void textsAreHeldAgainstTexts(String operator, String key, String value, boolean holds) {
    assertThat(holds(operator, key, value)).isEqualTo(holds);
  }

  @Test
  void nothingHoldsOfNothing() {
    for (String operator : operators()) {
      assertThat(holds(operator, null, "a")).as(operator).isFalse();
      assertThat(holds(operator, Map.of("a", 1L), List.of()))
          .as(operator)
          .isEqualTo(operator.equals("NotEquals"));
    }
    assertThat(holds("Equals", Map.of("a", 1L), Map.of("a", 1.0))).isTrue();
    assertThat(holds("AnyIn", true, List.of(true))).isTrue();
    assertThat(holds("Equals", true, "true")).isFalse();
    assertThat(holds("AnyNotIn", Arrays.asList((Object) null), List.of("<nil>"))).isFalse();
  }

  @Test
  void whatIsNotKnownSaysSo() {
    assertThatThrownBy(() -> holds("Matches", "a", "a")).isInstanceOf(NotUnderstood.class);
    assertThatThrownBy(() -> holds("LessThan", "1.2.3", "1.3.0")).isInstanceOf(NotUnderstood.class);
    assertThatThrownBy(() -> holds("In", List.of(1L), List.of("1")))
        .isInstanceOf(NotUnderstood.class);
  }

  private static List<String> operators() {
    List<String> all = new ArrayList<>(OF_LISTS.keySet());
    all.addAll(List.of("GreaterThan", "LessThanOrEquals", "DurationLessThan"));
    return all;
  }

  private static boolean holds(String operator, @Nullable Object key, @Nullable Object value) {
    return new Operators(new Meter(1_000_000)).holds(operator, key, value);
  }

  private static String one(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static List<String> words(Random random, int least) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(3) + least; i > 0; i--) {
      words.add(one(random));
    }
    return words;
  }
}
