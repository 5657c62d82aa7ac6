package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameworkSpliceTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final String TEXT =
      """
      # head 😀
      id: own-house
      name: House
      edition: "1"
      type: benchmark
      sections: [{id: A, topic: W}]
      controls:
        # first
        - id: A.1
          parent: A
          topic: >-
            Folded
            words
          kind: evidence
          plus:
            - pod-privileged
        # second
        - {id: A.2, parent: A, topic: Flow, kind: manual, ask: "Who?"} # behind
        - id: A.3
          parent: A
          topic: Last
          kind: manual
          ask: |
            Lines
            of text
      # foot
      """;
  private static final Control OTHER =
      new Control(
          "A.2",
          "A",
          "Other: words",
          ControlKind.MANUAL,
          null,
          Control.Mapping.NONE,
          List.of(),
          "",
          "Who\nelse?",
          Map.of(),
          Map.of());

  @Test
  void everyControlIsChangedInItsPlaceAndWhatPeopleWroteAroundItStays() {
    Framework before = read(TEXT);
    for (Control control : before.controls()) {
      Control other = OTHER.as(control.id(), "x/y");
      String text = FrameworkSplice.put(TEXT, before.type(), control.id(), other).orElseThrow();
      assertThat(read(text)).isEqualTo(FrameworkText.with(before, control.id(), other));
      assertThat(text).contains("# head 😀", "# first", "# second", "# behind", "# foot");
    }
  }

  @Test
  void oneMoreComesAfterAllOthers() {
    Framework before = read(TEXT);
    Control fourth = OTHER.as("A.4", "x/y");
    String text = FrameworkSplice.put(TEXT, before.type(), "A.4", fourth).orElseThrow();
    assertThat(read(text)).isEqualTo(FrameworkText.with(before, "A.4", fourth));
    assertThat(text).startsWith(TEXT.substring(0, TEXT.indexOf("of text"))).endsWith("# foot\n");
  }

  @Test
  void everyControlIsTakenOut() {
    Framework before = read(TEXT);
    for (String id : List.of("A.1", "A.3")) {
      String text = FrameworkSplice.remove(TEXT, id).orElseThrow();
      assertThat(read(text)).isEqualTo(FrameworkText.without(before, id));
      assertThat(text).contains("# head 😀", "# first", "# second", "# behind", "# foot");
    }
  }

  @Test
  void whereTheControlsStandInOneLineNothingIsSpliced() {
    String flow =
        TEXT.substring(0, TEXT.indexOf("controls:"))
            + "controls: [{id: A.1, parent: A, topic: T, kind: manual, ask: Who}]\n";
    assertThat(FrameworkSplice.put(flow, Framework.Type.BENCHMARK, "A.1", OTHER)).isEmpty();
    assertThat(FrameworkSplice.remove(flow, "A.1")).isEmpty();
  }

  private static Framework read(String yaml) {
    return World.FRAMEWORKS.read(yaml, Manner.kept(TODAY));
  }
}
