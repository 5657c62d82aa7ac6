package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameworkTextTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final Manner STRICT = Manner.written("", id -> false, TODAY);
  private static final String ALPHABET = "abcXYZ 019 .,:;#-?!&*|>'\"%@`{}[]()\\/~=+_\t\n äöü€漢😀";

  static Stream<Framework> shipped() {
    return World.FRAMEWORKS.all().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatComesAlongReadsTheSameAfterItWasWrittenAndTakenUnderAnotherId(Framework framework) {
    String copy = FrameworkText.copy(framework, "own-copy", "Our copy", TODAY);
    Framework read = World.FRAMEWORKS.read(copy, STRICT);
    assertThat(read.sections()).isEqualTo(framework.sections());
    assertThat(read.controls()).isEqualTo(framework.controls());
    assertThat(read.type()).isEqualTo(framework.type());
    assertThat(read.noScore()).isEqualTo(framework.noScore());
    assertThat(FrameworkText.of(read)).isEqualTo(copy);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void anExportHasTheSameMeaning(Framework framework) {
    Framework read =
        World.FRAMEWORKS.read(
            FrameworkText.of(framework).replaceFirst("id: .*", "id: own-x"), Manner.kept(TODAY));
    assertThat(read).usingRecursiveComparison().ignoringFields("id").isEqualTo(framework);
  }

  @Test
  void anyWordsSurviveBeingWrittenAndRead() {
    var random = new Random(17);
    for (int round = 0; round < 400; round++) {
      Framework framework = framework(random);
      assertThat(World.FRAMEWORKS.read(FrameworkText.of(framework), STRICT)).isEqualTo(framework);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "No",
        "null",
        "1.10",
        "~",
        "- a",
        "a: b",
        "a #b",
        "",
        "=",
        "0x1F",
        "2026-01-01"
      })
  void whatYamlCouldTakeForSomethingElseStaysText(String word) {
    Framework framework = framework(word.isEmpty() ? "x" : word, word);
    assertThat(World.FRAMEWORKS.read(FrameworkText.of(framework), STRICT)).isEqualTo(framework);
  }

  private static Framework framework(Random random) {
    return framework(line(random), words(random));
  }

  private static Framework framework(String line, String words) {
    var control =
        new Control(
            "A.1",
            "A",
            line,
            ControlKind.PARTIAL,
            ControlKind.PROVIDER,
            new Control.Mapping(
                List.of("network-segmentation"),
                List.of("pod-privileged"),
                List.of("host-ports"),
                false,
                0),
            List.of(),
            words,
            words,
            Map.of("eks", "e" + words, "gke", "g" + words, "aks", "a" + words),
            Map.of("level", line));
    return new Framework(
        "own-any",
        line,
        line,
        Framework.Type.REGULATION,
        line,
        TODAY,
        words,
        words,
        "https://example.org/a?b=c",
        words.isEmpty() ? "" : words,
        List.of(new Framework.Section("A", "", line)),
        List.of(control));
  }

  private static String line(Random random) {
    String words = words(random).replace("\n", "").strip();
    return words.isEmpty() ? "x" : words;
  }

  private static String words(Random random) {
    int[] letters = ALPHABET.codePoints().toArray();
    return IntStream.range(0, random.nextInt(1, 60))
        .map(at -> letters[random.nextInt(letters.length)])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
