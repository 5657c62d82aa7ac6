package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.check.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFrameworkFilesTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  static final String HOUSE =
      """
      id: own-house
      name: House rules
      edition: "1"
      type: benchmark
      sections:
        - {id: A, topic: Workloads}
      controls:
        - id: A.1
          parent: A
          topic: Nothing is privileged
          kind: evidence
          plus: [pod-privileged, own-labels]
        - id: A.2
          parent: A
          topic: Somebody is on call
          kind: manual
          ask: The rota.
      """;

  @Test
  void whatAnOrganisationMayLeaveOutIsFilledIn() {
    Framework house = read(HOUSE);
    assertThat(house.mappingDate()).isEqualTo(TODAY);
    assertThat(house.link()).isEmpty();
    assertThat(house.own()).isTrue();
    assertThat(house.control("A.1").orElseThrow().benchmark()).isEmpty();
    assertThat(house.control("A.2").orElseThrow().attestable()).isTrue();
  }

  @Test
  void noFrameworkThatComesAlongIsNamedLikeOneOfAnOrganisation() {
    assertThat(World.FRAMEWORKS.all()).noneMatch(Framework::own).isNotEmpty();
  }

  @Test
  void allMistakesAreToldAtOnceWithLineAndColumn() {
    var malformed =
        malformed(
            HOUSE
                .replace("kind: evidence", "kind: perhaps")
                .replace("own-labels", "no-such-check")
                .replace("ask: The rota.", "asks: The rota.")
                .replace("kind: manual", "kind: sometimes")
                .replace("edition: \"1\"", "edition: 1"));
    assertThat(malformed.flaws())
        .extracting(Flaw::line, Flaw::column, Flaw::place, Flaw::words)
        .containsExactly(
            tuple(3, 1, "", "\"edition\" must be text; write it in quotes"),
            tuple(11, 5, "controls[0] A.1", "\"kind\" does not know \"perhaps\""),
            tuple(12, 5, "controls[0] A.1", "\"plus\" does not know \"no-such-check\""),
            tuple(16, 5, "controls[1] A.2", "\"kind\" does not know \"sometimes\""),
            tuple(17, 5, "controls[1] A.2", "\"asks\" is not a known key"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: own-house         | id: house                      | "id" begins with own-
          id: own-house         | id: own-House                  | "id" begins with own-
          id: own-house         | id: own-../x                   | "id" begins with own-
          - id: A.1             | - id: "../../etc"              | "id" has 1 to 64
          - id: A.1             | - id: "a b"                    | "id" has 1 to 64
          edition: "1"          | based_on: cis-1.12             | "edition" is missing
          edition: "1"          | {edition: "1"}                 | is not YAML
          name: House rules     | link: "javascript:alert(1)"    | "name" is missing
          type: benchmark       | type: !!java.lang.Runtime x    | "type" must be text
          edition: "1"          | edition: "1\\u202e"             | "edition" holds characters that nobody sees
          edition: "1"          | edition: "1\\0"                 | "edition" holds characters that nobody sees
          parent: A             | parent: B                      | "controls" has no parent "B"
          {id: A, topic: Workloads} | {id: A, parent: A, topic: W} | "parent" goes in a circle
          """)
  void aMistakeIsNamed(String right, String wrong, String words) {
    String yaml = HOUSE.replace(right, wrong);
    assertThat(yaml).isNotEqualTo(HOUSE);
    assertThat(malformed(yaml).flaws())
        .first()
        .satisfies(flaw -> assertThat(flaw.words()).startsWith(words));
  }

  @Test
  void anAddressThatRunsSomethingIsRefused() {
    assertThat(malformed(HOUSE + "link: \"javascript:alert(1)\"\n").flaws())
        .extracting(Flaw::words)
        .containsExactly("\"link\" must be an address that begins with https://");
  }

  @Test
  void aReferenceToAnAnchorIsRefusedBeforeItIsUnfolded() {
    String bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """;
    assertThat(malformed(bomb).flaws())
        .containsExactly(new Flaw(2, 8, "", "must not refer to anchors"));
  }

  @Test
  void whatIsNestedWithoutEndIsRefusedBeforeAnythingIsMadeOfIt() {
    assertThat(malformed("a: " + "[".repeat(500_000)).flaws())
        .extracting(Flaw::words)
        .containsExactly("is nested too deeply");
  }

  @Test
  void aTextOfMoreThanAMebibyteIsRefused() {
    assertThat(malformed(HOUSE + "# ".repeat(1 << 19)).flaws())
        .extracting(Flaw::words)
        .containsExactly("is longer than 1 MiB");
  }

  @Test
  void twoThousandControlsAreReadAndOneMoreIsNot() {
    assertThat(read(many(2000)).controls()).hasSize(2000);
    assertThat(malformed(many(2001)).flaws())
        .extracting(Flaw::words)
        .containsExactly("\"controls\" are more than 2000");
  }

  @Test
  void aLongChainIsRefusedBeforeItIsWalked() {
    assertThat(malformed(deep(15_000)).flaws())
        .extracting(Flaw::words)
        .containsExactly("\"sections\" are more than 500");
  }

  @Test
  void aTextOfVeryManySmallPartsIsRefused() {
    assertThat(malformed("a: [" + "b,".repeat(300_000) + "b]").flaws())
        .extracting(Flaw::words)
        .containsExactly("has too many parts");
  }

  @Test
  void sixLevelsAreReadAndOneMoreIsNot() {
    assertThat(read(deep(5)).controls()).hasSize(1);
    assertThat(malformed(deep(6)).flaws())
        .extracting(Flaw::words)
        .containsExactly("\"parent\" makes the tree deeper than 6");
  }

  @Test
  void anythingButAMappingIsRefused() {
    assertThatThrownBy(() -> read("- a")).isInstanceOf(MalformedFramework.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(MalformedFramework.class);
    assertThatThrownBy(() -> read("a: b\n---\nc: d")).isInstanceOf(MalformedFramework.class);
  }

  @Test
  void aCheckThatIsGoneIsUnknownAndCountsAsNothingJudged() {
    Framework house =
        World.FRAMEWORKS.read(HOUSE.replace("own-labels", "own-gone"), Manner.kept(TODAY));
    var evaluator = new ControlEvaluator(World.FRAMEWORKS, List.of(World.check("pod-privileged")));
    var standing =
        evaluator.standing(
            house,
            World.cluster("kubeadm", World.passing("pod-privileged")),
            AttestationBook.EMPTY);
    var control = standing.control("A.1").orElseThrow();
    assertThat(control.status()).isEqualTo(ControlStatus.UNKNOWN);
    assertThat(control.evidence())
        .filteredOn(each -> each.id().equals("own-gone"))
        .singleElement()
        .satisfies(gone -> {
          assertThat(gone.built()).isFalse();
          assertThat(gone.detail()).isEqualTo("there is no such check any more");
        });
    int passing = World.check("pod-privileged").severity().weight();
    int gone = Severity.MEDIUM.weight();
    assertThat(standing.value()).contains(World.fraction(100L * passing, passing + gone));
  }

  @Test
  void aCheckNamedByItsIdAnswersAControl() {
    var evaluator =
        new ControlEvaluator(
            World.FRAMEWORKS, List.of(World.check("pod-privileged"), World.check("own-labels")));
    var standing =
        evaluator.standing(
            read(HOUSE),
            World.cluster("kubeadm", World.passing("pod-privileged"), World.failing("own-labels")),
            AttestationBook.EMPTY);
    assertThat(standing.control("A.1").orElseThrow().status()).isEqualTo(ControlStatus.FAIL);
    assertThat(standing.control("A.2").orElseThrow().status()).isEqualTo(ControlStatus.OPEN);
  }

  private static String many(int controls) {
    return HOUSE.substring(0, HOUSE.indexOf("controls:"))
        + IntStream.range(0, controls)
            .mapToObj(at ->
                "  - {id: c%d, parent: A, topic: T, kind: evidence, plus: [pod-privileged]}"
                    .formatted(at))
            .collect(Collectors.joining("\n", "controls:\n", "\n"));
  }

  private static String deep(int sections) {
    return """
    id: own-deep
    name: Deep
    edition: "1"
    type: benchmark
    sections:
    %s
    controls:
      - {id: c, parent: s%d, topic: T, kind: evidence, plus: [pod-privileged]}
    """
        .formatted(
            IntStream.range(0, sections)
                .mapToObj(at ->
                    at == 0
                        ? "  - {id: s0, topic: T}"
                        : "  - {id: s%d, parent: s%d, topic: T}".formatted(at, at - 1))
                .collect(Collectors.joining("\n")),
            sections - 1);
  }

  private static Framework read(String yaml) {
    return World.FRAMEWORKS.read(
        yaml,
        Manner.written("", id -> List.of("own-labels", "pod-privileged").contains(id), TODAY));
  }

  private static MalformedFramework malformed(String yaml) {
    return catchThrowableOfType(MalformedFramework.class, () -> read(yaml));
  }
}
