package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Evaluated;
import dev.plumbline.check.Memory;
import dev.plumbline.check.catalogue.CheckFile;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.shape.Shapes;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is taken over from the last look is what would be judged. */
class IncrementalTests {

  private static final int CLUSTERS = 4;
  private static final int STEPS = 25;
  private static final List<Fact> FACTS = AllFacts.list();
  private static final Catalogue CATALOGUE = CheckFolders.load();

  private static final Set<Class<?>> COMPARABLE =
      Set.of(
          String.class,
          boolean.class,
          int.class,
          long.class,
          double.class,
          Integer.class,
          Long.class,
          Boolean.class,
          List.class,
          Map.class,
          Optional.class,
          Answer.class);

  private static final String SHOP =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: other}}
      ---
      {apiVersion: v1, kind: Node, metadata: {name: n1}, spec: {providerID: x}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: a, namespace: shop}, spec: {selector: {app: web}}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        replicas: 1
        template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web, containers: [{name: c, image: nginx:1.2}]}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: api, namespace: shop}
      spec:
        template:
          metadata: {labels: {app: api}}
          spec: {serviceAccountName: api, containers: [{name: c, image: api:1}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: other, namespace: other}
      spec: {template: {spec: {containers: [{name: c, image: other:1}]}}}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: reads}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
      subjects: [{kind: ServiceAccount, name: api, namespace: shop}]
      ---
      apiVersion: cert-manager.io/v1
      kind: Certificate
      metadata: {name: c, namespace: shop}
      spec: {secretName: t}
      status: {notAfter: "2027-02-01T00:00:00Z"}
      """;

  private static CelEvaluator whole = null;
  private static CelEvaluator half = null;
  private static List<KubeObject> fixtures = List.of();

  @BeforeAll
  static void compile() throws IOException {
    whole = evaluator(CATALOGUE.all());
    half = evaluator(CATALOGUE.all().stream().filter(c -> c.id().hashCode() % 2 == 0).toList());
    fixtures = ChangingCluster.fixtures();
  }

  @Test
  void saysWhatAFullEvaluationSaysThroughAllChanges() {
    for (int seed = 0; seed < CLUSTERS; seed++) {
      var cluster = new ChangingCluster(seed, fixtures);
      var random = new Random(seed);
      Memory memory = Memory.EMPTY;
      String change = "first";
      long carried = 0;
      for (int step = 0; step < STEPS; step++) {
        Snapshot snapshot = cluster.snapshot();
        CelEvaluator evaluator = random.nextInt(8) == 0 ? half : whole;
        Evaluated evaluated = evaluator.evaluate(snapshot, memory);
        same(evaluated.assessment(), evaluator.evaluate(snapshot), seed, step, change);
        memory = evaluated.memory();
        carried += evaluated.carried();
        change = cluster.change() + (random.nextInt(3) == 0 ? ", " + cluster.change() : "");
      }
      assertThat(carried).as("outcomes taken over").isPositive();
    }
  }

  @Test
  void judgesNothingAgainOfAClusterThatStandsStill() {
    Snapshot snapshot = cluster(SHOP);
    Evaluated first = whole.evaluate(snapshot, Memory.EMPTY);
    Evaluated second = whole.evaluate(cluster(SHOP), first.memory());
    assertThat(second.judged()).isZero();
    assertThat(second.carried()).isEqualTo(first.judged()).isPositive();
    assertThat(second.assessment()).isEqualTo(first.assessment());
    assertThat(second.memory().bytes()).isEqualTo(first.memory().bytes()).isPositive();
  }

  @Test
  void judgesAgainTheWorkloadsThatChangedAndNoOther() {
    var images =
        evaluator("Workload", "workload.containers.filter(c, c.?image.orValue('') == 'a')");
    assertThat(judgedAgain(images, "image: nginx:1.2", "image: a")).isEqualTo(1);
    assertThat(judgedAgain(images, "replicas: 1", "replicas: 2")).isZero();
    assertThat(
            judgedAgain(
                images,
                "Namespace, metadata: {name: shop",
                "Namespace, metadata: {labels: {a: b}, name: shop"))
        .isZero();
  }

  @Test
  void judgesAgainWhatReadsTheNamespaceThatChanged() {
    var labels = evaluator("Workload", "namespace.metadata.?labels[?'a'].hasValue() ? [1] : []");
    assertThat(
            judgedAgain(
                labels,
                "Namespace, metadata: {name: shop",
                "Namespace, metadata: {labels: {a: b}, name: shop"))
        .isEqualTo(2);
    assertThat(judgedAgain(labels, "image: nginx:1.2", "image: a")).isZero();
  }

  @Test
  void judgesAgainWhatReadsAWorkloadThatAFactPointsTo() {
    var images =
        evaluator(
            "Service",
            "object.workloads.filter(w, w.containers.exists(c, c.?image.orValue('') == 'a'))");
    assertThat(judgedAgain(images, "image: nginx:1.2", "image: a")).isEqualTo(1);
    assertThat(judgedAgain(images, "selector: {app: web}", "selector: {app: api}")).isEqualTo(1);
    assertThat(judgedAgain(images, "replicas: 1", "replicas: 2")).isZero();
    var replicas = evaluator("Service", "object.workloads.filter(w, w.?object.?spec.hasValue())");
    assertThat(judgedAgain(replicas, "replicas: 1", "replicas: 2")).isEqualTo(1);
  }

  @Test
  void judgesAgainWhatReadsAFactThatSaysSomethingElse() {
    var rights = evaluator("Workload", "workload.identity.held");
    assertThat(
            judgedAgain(
                rights, "kind: ServiceAccount, name: api", "kind: ServiceAccount, name: web"))
        .isEqualTo(2);
    assertThat(judgedAgain(rights, "name: reads", "name: reads, labels: {a: b}")).isZero();
  }

  @Test
  void judgesAgainWhatReadsAnyListThatAnObjectIsIn() {
    var nodes =
        evaluator("Workload", "cluster.nodes.filter(n, n.metadata.?labels[?'a'].hasValue())");
    assertThat(
            judgedAgain(
                nodes,
                "kind: Node, metadata: {name: n1",
                "kind: Node, metadata: {labels: {a: b}, name: n1"))
        .isEqualTo(3);
    assertThat(judgedAgain(nodes, "providerID: x", "providerID: y")).isZero();
    var others =
        evaluator("Workload", "namespace.workloads.filter(w, w.spec.?hostPID.orValue(false))");
    assertThat(judgedAgain(others, "image: nginx:1.2", "image: a")).isEqualTo(2);
  }

  @Test
  void judgesAlwaysWhatReadsAnObjectInAWayThatDoesNotTell() {
    for (String odd :
        List.of(
            "[dyn(workload)].filter(w, w.identity.name == 'api')",
            "namespace.workloads.filter(w, w == workload)",
            "[workload, 1]")) {
      assertThat(judgedAgain(evaluator("Workload", odd), "replicas: 1", "replicas: 2"))
          .as(odd)
          .isEqualTo(3);
    }
  }

  @Test
  void judgesAgainWhatCanNoLongerBeFollowedToItsOwner() {
    var containers = evaluator("Workload", "workload.containers");
    Snapshot followed =
        cluster(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-1
              namespace: shop
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: u, controller: true}]
            spec: {containers: [{name: c, image: nginx:1.2}]}
            """);
    var readings = new HashMap<>(followed.coverage().readings());
    readings.put(new Kind("apps", "ReplicaSet"), new Reading(State.FORBIDDEN, 0, "forbidden"));
    Snapshot lost = Manifests.snapshot(followed.objects(), new Coverage(readings));
    Evaluated again =
        containers.evaluate(lost, containers.evaluate(followed, Memory.EMPTY).memory());
    assertThat(again.judged()).isEqualTo(1);
    assertThat(again.assessment()).isEqualTo(containers.evaluate(lost));
    assertThat(again.assessment()).isNotEqualTo(containers.evaluate(followed));
  }

  @Test
  void judgesAgainByAVersionOnlyWhatReadsIt() {
    var since = evaluator("Workload", "cluster.since(34) ? [1] : []");
    var images = evaluator("Workload", "workload.containers");
    Snapshot old = cluster(SHOP);
    var updated =
        new Snapshot(old.takenAt(), ServerVersion.of("v1.36.0"), old.coverage(), old.objects());
    assertThat(since.evaluate(updated, since.evaluate(old, Memory.EMPTY).memory()).judged())
        .isEqualTo(3);
    assertThat(images.evaluate(updated, images.evaluate(old, Memory.EMPTY).memory()).judged())
        .isZero();
  }

  @Test
  void judgesByTheDayOnlyWhatADayChanges() {
    Snapshot today = cluster(SHOP);
    Memory memory = whole.evaluate(today, Memory.EMPTY).memory();
    var tomorrow =
        new Snapshot(
            today.takenAt().plus(Duration.ofDays(1)),
            today.version(),
            today.coverage(),
            today.objects());
    assertThat(whole.evaluate(tomorrow, memory).judged()).isBetween(1L, 5L);
  }

  @Test
  void takesNothingFromTheMemoryOfAnotherClusterThatIsNotTrue() {
    for (int seed = 0; seed < 4; seed++) {
      Memory other = whole.evaluate(made(seed + 50), Memory.EMPTY).memory();
      Snapshot snapshot = made(seed);
      assertThat(whole.evaluate(snapshot, other).assessment()).isEqualTo(whole.evaluate(snapshot));
    }
  }

  @Test
  void everyCheckOfTheCatalogueTellsWhatItDependsOn() {
    List<String> unforeseen =
        whole.rules().stream()
            .filter(rule -> rule.scopes().stream().anyMatch(scope -> scope.inputs().isEmpty()))
            .map(rule -> rule.check().id())
            .toList();
    assertThat(unforeseen).as("judged at every look").isEmpty();
  }

  @Test
  void everyFactTellsOnlyWhatCanBeCompared() {
    var others = new TreeSet<String>();
    FACTS.stream()
        .flatMap(fact -> fact.adds().values().stream())
        .flatMap(record -> Shapes.records(record).stream())
        .flatMap(record -> Arrays.stream(record.getRecordComponents()))
        .forEach(component -> others.addAll(incomparable(component.getGenericType())));
    assertThat(others).isEmpty();
  }

  @Test
  void everyFieldOfTheClusterAndOfItsWorkloadsHasAPrint() {
    Snapshot snapshot = cluster(SHOP);
    var vocabulary = new Vocabulary(FACTS);
    var prints = new Prints(new Scene(snapshot, FACTS), vocabulary);
    var workload = new Found.OfWorkload(Workloads.of(snapshot).getFirst());
    for (Found found : List.of(workload, Found.OfCluster.of(Words.CLUSTER))) {
      String shape = found.subject();
      Set<String> fields = vocabulary.shape(shape).orElseThrow().fields().keySet();
      assertThat(fields)
          .isNotEmpty()
          .allSatisfy(field -> {
            var input = new Input(Input.Origin.OBJECT, shape, field, Reads.NONE);
            assertThat(prints.of(found).apply(input)).isNotNull();
          });
    }
  }

  private static List<String> incomparable(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.concat(
              Stream.of(generic.getRawType()), Arrays.stream(generic.getActualTypeArguments()))
          .flatMap(part -> incomparable(part).stream())
          .toList();
    }
    boolean comparable =
        type instanceof Class<?> plain
            && (plain.isRecord() || plain.isEnum() || COMPARABLE.contains(plain));
    return comparable ? List.of() : List.of(type.getTypeName());
  }

  private static long judgedAgain(CelEvaluator evaluator, String was, String is) {
    assertThat(SHOP).contains(was);
    Memory memory = evaluator.evaluate(cluster(SHOP), Memory.EMPTY).memory();
    Snapshot changed = cluster(SHOP.replace(was, is));
    Evaluated evaluated = evaluator.evaluate(changed, memory);
    assertThat(evaluated.assessment()).isEqualTo(evaluator.evaluate(changed));
    return evaluated.judged();
  }

  private static CelEvaluator evaluator(String kinds, String offenders) {
    return evaluator(
        List.of(
            CheckFile.parse(
                "checks/workload/some-check/check.yaml",
                """
                title: t
                severity: low
                objective: o
                why: w
                applies_to: [%s]
                needs: [%s]
                offenders: "%s"
                message: '"found"'
                fix: {text: f}
                """
                    .formatted(kinds, kinds, offenders))));
  }

  private static Snapshot made(int seed) {
    return cluster(new RandomCluster(seed).manifests());
  }

  private static Snapshot cluster(String manifests) {
    var readings = new HashMap<Kind, Reading>();
    RandomCluster.KINDS.forEach(kind -> readings.put(kind, new Reading(State.COMPLETE, 0, "")));
    return Manifests.snapshot(Manifests.objects(manifests), new Coverage(readings));
  }

  private static void same(
      Assessment incremental, Assessment full, int seed, int step, String change) {
    assertThat(lines(incremental))
        .as("seed %d, step %d, %s", seed, step, change)
        .isEqualTo(lines(full));
    assertThat(incremental).isEqualTo(full);
  }

  private static List<String> lines(Assessment assessment) {
    var lines = new ArrayList<String>();
    for (CheckResult result : assessment.results()) {
      String id = result.check().id();
      lines.add(id + " " + result.state() + " " + result.kinds() + " " + result.unread());
      result.verdicts().forEach(verdict -> lines.add(id + " " + verdict));
    }
    return lines;
  }

  private static CelEvaluator evaluator(List<Check> checks) {
    return new CelEvaluator(
        Catalogue.of(checks, "p" + checks.size()), FACTS, EngineConfiguration.compiler(FACTS));
  }
}
