package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrintTests {

  private record Pair(Object one, Object other) {}

  private record Couple(Object one, Object other) {}

  private enum Colour {
    RED,
    GREEN
  }

  @Test
  void tellsUnlikeValuesApart() {
    List<Object> unlike =
        Arrays.asList(
            null,
            "",
            "a",
            "aa",
            "ab",
            "ba",
            "abc",
            "abcd",
            "1",
            1,
            1L,
            -1L,
            1.0,
            true,
            false,
            List.of(),
            List.of("a"),
            List.of("a", "b"),
            List.of("ab"),
            List.of(List.of("a"), "b"),
            List.of(List.of("a", "b")),
            Map.of(),
            Map.of("a", "b"),
            Map.of("b", "a"),
            Map.of("a", Map.of()),
            new Pair("a", "b"),
            new Pair("b", "a"),
            new Couple("a", "b"),
            Colour.RED,
            Colour.GREEN,
            Optional.empty(),
            Optional.of("a"),
            "éa\u0001aaaaaa",
            "aaaaaa\u0101a",
            "aaaaaa\u0001\u0001a",
            "x".repeat(3_000),
            "x".repeat(3_001));
    var prints = new HashSet<List<Long>>();
    unlike.forEach(value -> prints.add(print(value)));
    assertThat(prints).hasSameSizeAs(unlike);
    assertThat(
            Stream.concat(unlike.stream(), Stream.of(new Pair(Map.of("a", List.of(1L)), "é€😀"))))
        .allSatisfy(value -> assertThat(print(value)).isEqualTo(print(value)));
  }

  @Test
  void takesWhatItDoesNotKnowForLikeNothing() {
    var thing = new Object();
    assertThat(print(thing)).isNotEqualTo(print(thing));
  }

  private static List<Long> print(Object value) {
    var print = new Print(new Print.Scratch()).add(value);
    return List.of(print.first(), print.second());
  }
}
