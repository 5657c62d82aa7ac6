package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.cel.FastCel;
import dev.plumbline.check.cel.Language.Compiled;
import dev.plumbline.check.cel.Silence;
import dev.plumbline.check.engine.Subject.Look;
import dev.plumbline.inventory.FieldMaps;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.shape.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceTests {

  private static final Vocabulary WORDS = new Vocabulary(AllFacts.list());
  private static final FastCel CEL = new FastCel(WORDS);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "workload.spec.?hostPID.orValue(false) ? ['pod'] : []; hostPID",
        "workload.containers.filter(c, c.?securityContext.?procMount.orValue('') == 'Unmasked');"
            + " procMount",
        "workload.containers.filter(c, has(c.stdin) && c.stdin); stdin",
        "workload.containers.map(c, c.?env.orValue([]).filter(e,"
            + " e.?valueFrom.?secretKeyRef.hasValue())).flatten(); secretKeyRef",
        "[workload.spec.?securityContext.?fsGroup.orValue(-1)].filter(g, g == 0); fsGroup",
        "cluster.since(30) && workload.spec.?hostUsers.hasValue() ? [1] : []; hostUsers",
        "cluster.minor > 30 && workload.spec.?hostUsers.hasValue() ? [1] : []; hostUsers",
        "cel.bind(notes, workload.metadata.?annotations.orValue({}), notes.filter(n, notes[n] =="
            + " 'x')); annotations",
        "workload.metadata.?labels[?'tier'].orValue('') == 'x' ? [1] : []; tier"
      })
  void findsWhatAnExpressionWaitsFor(String expression, String field) {
    assertThat(silence(expression).map(Silence::fields)).contains(Set.of(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workload.containers.filter(c, !c.?tty.orValue(false))",
        "workload.spec.?hostPID.orValue(true) ? ['pod'] : []",
        "workload.containers.filter(c, c.name == 'x' && c.list == 'containers')",
        "workload.containers.filter(c, c.?list.orValue('') == 'initContainers')",
        "workload.?object.?spec.?paused.orValue(false) ? [1] : []",
        "workload.spec.?hostUsers.orValue(cluster.minor > 30) ? [1] : []",
        "cluster.nodes.exists(n, n.?spec.?unschedulable.orValue(false)) ? [1] : []",
        "workload.containers.map(c, c.name + c.?workingDir.orValue(''))"
      })
  void promisesNothingWhereSomethingMayBeSaidWithoutIt(String expression) {
    assertThat(silence(expression)).isEmpty();
  }

  @Test
  void asksOnlyWhereAFieldIsPresentAtSomeDepth() {
    String expression = "workload.containers.filter(c, c.?env.orValue([]).exists(e, has(e.value)))";
    assertThat(asked(expression, Map.of("env", List.of(Map.of("name", "A"))))).isFalse();
    assertThat(asked(expression, Map.of("env", List.of(Map.of("value", "1"))))).isTrue();
  }

  @Test
  void asksOnlyWhereAFieldIsPresentInAPlaceThatTheExpressionLooksAt() {
    String expression = "workload.containers.filter(c, c.?env.orValue([]).exists(e, has(e.value)))";
    var elsewhere = Map.<String, Object>of("ports", List.of(Map.of("value", "1")), "value", "1");
    assertThat(asked(expression, elsewhere)).isFalse();
  }

  @Test
  void looksAtTheContainersOfAllThreeLists() {
    String expression = "workload.containers.filter(c, c.?tty.orValue(false))";
    for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
      var spec = Map.<String, Object>of(list, List.of(Map.of("tty", true)));
      var look = new Look(variables(spec, Map.of()), none());
      assertThat(asked(expression, List.of(look))).as(list).isTrue();
    }
  }

  @Test
  void asksWhereAPartIsNotOfItsKindSoThatTheErrorIsSeen() {
    String expression = "workload.containers.filter(c, c.?env.orValue([]).exists(e, has(e.value)))";
    assertThat(asked(expression, Map.of("env", "text"))).isTrue();
    assertThat(asked(expression, Map.of("env", List.of("text")))).isTrue();
  }

  @Test
  void namesThatPeopleChooseAreOfNoKind() {
    String expression = "workload.containers.filter(c, c.?env.orValue([]).exists(e, has(e.value)))";
    var label = new Look(variables(Map.of(), Map.of("labels", Map.of("env", "prod"))), none());
    assertThat(asked(expression, List.of(label))).isFalse();
  }

  @Test
  void looksAtEveryGroupOfPodsAndAtTheTemplate() {
    String expression = "workload.spec.?hostPID.orValue(false) ? [1] : []";
    var quiet = variables(Map.of(), Map.of());
    var loud = variables(Map.of("hostPID", true), Map.of());
    assertThat(asked(expression, List.of(new Look(quiet, none())))).isFalse();
    assertThat(asked(expression, List.of(new Look(quiet, none()), new Look(loud, none()))))
        .isTrue();
    assertThat(asked(expression, List.of(new Look(quiet, Optional.of(loud))))).isTrue();
  }

  private static Optional<Map<String, Object>> none() {
    return Optional.empty();
  }

  private static boolean asked(String expression, Map<String, Object> container) {
    return asked(
        expression,
        List.of(new Look(variables(Map.of("containers", List.of(container)), Map.of()), none())));
  }

  private static boolean asked(String expression, List<Look> looks) {
    var presence = new Presence(List.of(silence(expression)));
    boolean asked = asked(presence, looks);
    assertThat(asked(presence, looks.stream().map(PresenceTests::collected).toList()))
        .isEqualTo(asked);
    return asked;
  }

  private static boolean asked(Presence presence, List<Look> looks) {
    var key = new ObjectKey(Kind.core("Pod"), "ns", "a");
    var subject = new Subject(key, looks, Optional.empty());
    return new Survey(presence).of(subject).has(0);
  }

  private static Map<String, Object> variables(
      Map<String, Object> spec, Map<String, Object> metadata) {
    return Map.of("object", Map.of("spec", spec, "metadata", metadata));
  }

  /** The same as documents are read. */
  private static Look collected(Look look) {
    return new Look(collected(look.variables()), look.template().map(PresenceTests::collected));
  }

  private static Map<String, Object> collected(Map<String, Object> variables) {
    return new FieldMaps().deep(variables);
  }

  private static Optional<Silence> silence(String expression) {
    Compiled compiled =
        CEL.compile(expression, WORDS.variables(Words.WORKLOAD), new Type.ListOf(Type.ANY));
    return compiled.silence();
  }
}
