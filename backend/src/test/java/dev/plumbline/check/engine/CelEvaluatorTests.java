package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.CheckResult.State;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Outcome.Offence;
import dev.plumbline.check.Outcome.Reason;
import dev.plumbline.check.Tally;
import dev.plumbline.check.catalogue.CheckFile;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.fact.InChecks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelEvaluatorTests {

  private static final String PATH = "checks/workload/some-check/check.yaml";
  private static final String PRIVILEGED =
      "workload.containers.filter(c, c.?securityContext.?privileged.orValue(false))";
  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: bad, namespace: shop}
      spec: {containers: [{name: a, image: x, securityContext: {privileged: true}}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: good, namespace: shop}
      spec: {containers: [{name: b, image: x}]}
      """;

  @Test
  void judgesEveryWorkloadOnce() {
    CheckResult result = result(check("Workload", "Workload", PRIVILEGED), all(PODS));
    assertThat(result.state()).isEqualTo(State.ASSESSED);
    assertThat(result.kinds()).isEqualTo(Map.of("Workload", new Tally(1, 1, 0, 0)));
    assertThat(outcome(result, "bad"))
        .isEqualTo(new Outcome.Fail(List.of(new Offence("found a", false))));
    assertThat(outcome(result, "good")).isEqualTo(new Outcome.Pass());
  }

  @Test
  void marksWhatTheTemplateDoesNotHaveAsInjected() {
    CheckResult result =
        result(
            check("Workload", "Workload", PRIVILEGED),
            all(
                """
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web, namespace: shop, uid: u1}
                spec: {template: {spec: {containers: [{name: own, securityContext: {privileged: true}}]}}}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web-1
                  namespace: shop
                  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: u1, controller: true}]
                spec:
                  containers:
                    - {name: own, securityContext: {privileged: true}}
                    - {name: sidecar, securityContext: {privileged: true}}
                """));
    assertThat(outcome(result, "web"))
        .isEqualTo(
            new Outcome.Fail(
                List.of(new Offence("found own", false), new Offence("found sidecar", true))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "['a', 'b', 'a']; 'found ' + offender; found a, found b",
        "['a', 'a']; 'found ' + offender; found a",
        "[9, 8, 7, 6, 5, 4, 3, 2, 1, 9]; 'is ' + string(offender > 5); is true, is false",
        "['a', 'b']; 'whatever it is'; whatever it is"
      })
  void tellsEachMessageOnceInTheirOrder(String offenders, String message, String told) {
    CheckResult result =
        result(CheckFile.parse(PATH, text("Workload", "Workload", offenders, message)), all(PODS));
    assertThat(outcome(result, "bad"))
        .isEqualTo(
            new Outcome.Fail(
                Arrays.stream(told.split(", ")).map(text -> new Offence(text, false)).toList()));
  }

  @Test
  void isUnknownWhereSomethingNeededWasNotRead() {
    Check check = check("Workload", "Workload, NetworkPolicy", PRIVILEGED);
    Snapshot snapshot =
        without(
            all(PODS),
            new Kind("networking.k8s.io", "NetworkPolicy"),
            new Reading(Coverage.State.FORBIDDEN, 0, "list networkpolicies is forbidden"));
    CheckResult result = result(check, snapshot);
    assertThat(result.state()).isEqualTo(State.UNKNOWN);
    assertThat(result.detail()).isEqualTo("NetworkPolicy: list networkpolicies is forbidden");
    assertThat(outcome(result, "bad"))
        .isEqualTo(new Outcome.Unknown(Reason.FORBIDDEN, result.detail()));
  }

  @Test
  void countsAKindAsUnreadWhenOneOfItsControllersWasNotRead() {
    Check check = check("Workload", "Workload", PRIVILEGED);
    CheckResult result =
        result(check, without(all(PODS), new Kind("batch", "Job"), Coverage.NOT_READ));
    assertThat(result.unread()).containsExactly("Workload");
    assertThat(result.state()).isEqualTo(State.UNKNOWN);
    assertThat(outcome(result, "bad")).isInstanceOf(Outcome.Fail.class);
  }

  @Test
  void countsOneOfTwoKindsWhenTheOtherIsUnread() {
    Check check = check("Role, ClusterRole", "Role, ClusterRole", "[]");
    String role =
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: r, namespace: n}\n";
    Snapshot snapshot =
        without(all(role), new Kind("rbac.authorization.k8s.io", "ClusterRole"), Coverage.NOT_READ);
    CheckResult result = result(check, snapshot);
    assertThat(result.state()).isEqualTo(State.ASSESSED);
    assertThat(result.unread()).containsExactly("ClusterRole");
    assertThat(assess(check, snapshot).score().value())
        .hasValueSatisfying(v -> assertThat(v).hasToString("50"));
  }

  @Test
  void isEmptyOnlyWhenThePopulationWasReadToTheEnd() {
    Check check = check("Role", "Role", "[]");
    assertThat(result(check, all("")).state()).isEqualTo(State.EMPTY);
    Kind role = new Kind("rbac.authorization.k8s.io", "Role");
    assertThat(result(check, without(all(""), role, Coverage.NOT_READ)).state())
        .isEqualTo(State.UNKNOWN);
    Reading cut = new Reading(Coverage.State.PARTIAL, 0, "cut");
    assertThat(result(check, without(all(""), role, cut)).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void isUnknownWhereTheExpressionFails() {
    Check check = check("Workload", "Workload", "[workload.object.spec.absent]");
    CheckResult result = result(check, all(PODS));
    assertThat(result.state()).isEqualTo(State.UNKNOWN);
    assertThat(outcome(result, "bad"))
        .isInstanceOfSatisfying(
            Outcome.Unknown.class, unknown -> assertThat(unknown.reason()).isEqualTo(Reason.ERROR));
  }

  @Test
  void isUnknownWhereTheResultIsOfAnotherType() {
    Check check = check("Workload", "Workload", "dyn('text')");
    assertThat(outcome(result(check, all(PODS)), "good")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void refusesAFieldThatNoObjectHasWithLineAndColumn() {
    Check check =
        check(
            "Workload", "Workload", "workload.containers.filter(c, c.?securityContex.hasValue())");
    assertThatThrownBy(() -> evaluator(check))
        .hasMessageContaining("some-check: offenders")
        .hasMessageContaining(":1:")
        .hasMessageContaining("undefined field 'securityContex'");
  }

  @Test
  void refusesAnUnknownKind() {
    assertThatThrownBy(() -> evaluator(check("Wrkload", "Workload", "[]")))
        .hasMessageContaining("some-check: applies_to: no such kind: Wrkload");
  }

  @Test
  void readsFactsAsTypedFieldsAndFunctions() {
    Check check =
        check(
            "Workload",
            "Workload, test",
            "workload.mood == 'bad' && workload.tools.exists(t, t.flag('x', '?') == 'x?') ?"
                + " workload.containers : []");
    CheckResult result = result(check, all(PODS));
    assertThat(outcome(result, "bad")).isInstanceOf(Outcome.Fail.class);
    assertThat(outcome(result, "good")).isInstanceOf(Outcome.Pass.class);
  }

  @Test
  void isUnknownWhereAFactDoesNotKnowUnlessItDoesNotMatter() {
    Check asks =
        check("Workload", "Workload, test", "workload.secret == 'x' ? workload.containers : []");
    assertThat(outcome(result(asks, all(PODS)), "good"))
        .isEqualTo(new Outcome.Unknown(Reason.NOT_READ, "nobody said"));
    Check spares =
        check(
            "Workload",
            "Workload, test",
            "workload.secret == 'x' && workload.mood == 'other' ? workload.containers : []");
    assertThat(outcome(result(spares, all(PODS)), "good")).isEqualTo(new Outcome.Pass());
  }

  @Test
  void isNotApplicableOnlyOnADetectedDistribution() {
    Check check = check("ControlPlane", "test", "[]", "not_applicable_on: [testing]\n");
    assertThat(result(check, all("")).state()).isEqualTo(State.ASSESSED);
    Snapshot detected = all("apiVersion: v1\nkind: Node\nmetadata: {name: n1}\n");
    assertThat(result(check, detected).state()).isEqualTo(State.NOT_APPLICABLE);
    assertThat(assess(check, detected).distribution()).isEqualTo("testing");
  }

  @Test
  void listsTheWorkloadsOfANamespace() {
    Check check =
        check(
            "Namespace",
            "Namespace, Workload",
            "namespace.workloads.map(w, w.containers).flatten()");
    Snapshot snapshot =
        all(PODS + "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
    assertThat(outcome(result(check, snapshot), "shop"))
        .isEqualTo(
            new Outcome.Fail(
                List.of(new Offence("found a", false), new Offence("found b", false))));
  }

  @Test
  void takesAnUnknownServerForANewOneWhereThatIsStricterElseSaysUnknown() {
    Snapshot known = all(PODS);
    var unknown =
        new Snapshot(known.takenAt(), ServerVersion.UNKNOWN, known.coverage(), known.objects());
    Check stricter = check("Workload", "Workload", "cluster.since(99) ? [workload] : []");
    assertThat(outcome(result(stricter, known), "bad")).isInstanceOf(Outcome.Pass.class);
    assertThat(outcome(result(stricter, unknown), "bad")).isInstanceOf(Outcome.Fail.class);
    Check laxer = check("Workload", "Workload", "cluster.minor >= 30 ? [] : [workload]");
    assertThat(outcome(result(laxer, known), "bad")).isInstanceOf(Outcome.Pass.class);
    assertThat(outcome(result(laxer, unknown), "bad")).isInstanceOf(Outcome.Unknown.class);
  }

  private static Check check(String kinds, String needs, String offenders, String... more) {
    String message = "'found ' + string(dyn(offender).?name.orValue(''))";
    return CheckFile.parse(PATH, text(kinds, needs, offenders, message) + String.join("", more));
  }

  private static String text(String kinds, String needs, String offenders, String message) {
    return """
    title: t
    severity: low
    objective: o
    why: w
    applies_to: [%s]
    needs: [%s]
    offenders: "%s"
    message: "%s"
    fix: {text: f}
    """
        .formatted(kinds, needs, offenders, message);
  }

  private static CelEvaluator evaluator(Check check) {
    List<Fact> facts = List.of(new TestFact());
    return new CelEvaluator(
        Catalogue.of(List.of(check), "test"), facts, EngineConfiguration.compiler(facts));
  }

  private static Assessment assess(Check check, Snapshot snapshot) {
    return evaluator(check).evaluate(snapshot);
  }

  private static CheckResult result(Check check, Snapshot snapshot) {
    return assess(check, snapshot).results().getFirst();
  }

  private static Outcome outcome(CheckResult result, String name) {
    return result.verdicts().stream()
        .filter(verdict -> verdict.subject().name().equals(name))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  /** Everything there is was read to the end. */
  private static Snapshot all(String manifests) {
    List<KubeObject> objects = Manifests.objects(manifests);
    var readings = new HashMap<Kind, Reading>();
    for (String kind : List.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding")) {
      readings.put(new Kind("rbac.authorization.k8s.io", kind), complete());
    }
    for (String kind : List.of("Pod", "Namespace", "ServiceAccount", "Node")) {
      readings.put(Kind.core(kind), complete());
    }
    readings.put(new Kind("networking.k8s.io", "NetworkPolicy"), complete());
    Workloads.CONTROLLERS.forEach(kind -> readings.put(kind, complete()));
    return Manifests.snapshot(objects, new Coverage(readings));
  }

  private static Reading complete() {
    return new Reading(Coverage.State.COMPLETE, 0, "");
  }

  private static Snapshot without(Snapshot snapshot, Kind kind, Reading reading) {
    var readings = new HashMap<>(snapshot.coverage().readings());
    readings.put(kind, reading);
    return Manifests.snapshot(snapshot.objects(), new Coverage(readings));
  }

  private record Tool(String name) {
    @InChecks
    public String flag(String flag, String otherwise) {
      return flag + otherwise;
    }
  }

  private record Added(String mood, List<Tool> tools, Answer<String> secret) {}

  private record Detected(Answer<String> distribution, Optional<String> nothing) {}

  private static final class TestFact implements Fact {

    @Override
    public String name() {
      return "test";
    }

    @Override
    public Set<Kind> needs() {
      return Set.of();
    }

    @Override
    public Map<String, Class<? extends Record>> adds() {
      return Map.of("Workload", Added.class, "Cluster", Detected.class);
    }

    @Override
    public Computed compute(Snapshot snapshot, List<Workload> workloads) {
      boolean nodes = !snapshot.all(Kind.core("Node")).isEmpty();
      Answer<String> detected = nodes ? Answer.of("testing") : Answer.unknown("no node");
      return (subject, key) ->
          subject.equals("Cluster") ? new Detected(detected, Optional.empty()) : added(key);
    }

    private static Added added(ObjectKey key) {
      return new Added(key.name(), List.of(new Tool("t")), Answer.unknown("nobody said"));
    }
  }
}
