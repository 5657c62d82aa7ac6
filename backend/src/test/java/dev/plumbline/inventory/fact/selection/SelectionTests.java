package dev.plumbline.inventory.fact.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Selectors;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.selection.AccountFields.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionTests {

  private static final Kind SERVICE = Kind.core("Service");
  private static final Kind BUDGET = new Kind("policy", "PodDisruptionBudget");
  private static final Kind ACCOUNT = Kind.core("ServiceAccount");
  private static final Kind POD = Kind.core("Pod");

  @Test
  void eachPodOfAWorkloadIsSelectedByItsOwnLabels() {
    String set =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: shop}
        spec: {template: {spec: {containers: [{name: c, image: db}]}}}
        """;
    Snapshot snapshot =
        Manifests.snapshot(
            String.join(
                "---\n",
                set,
                pod("db-0", "StatefulSet db", "{pod: db-0}", "a"),
                pod("db-1", "StatefulSet db", "{pod: db-1}", "a"),
                service("second", "{pod: db-1}"),
                service("third", "{pod: db-2}"),
                service("none", "{}")));
    var selection = new Selection(snapshot, Workloads.of(snapshot));
    assertThat(names(selection.ofService(key(SERVICE, "second")))).containsExactly("db");
    assertThat(selection.ofService(key(SERVICE, "third"))).isEmpty();
    assertThat(selection.ofService(key(SERVICE, "none"))).isEmpty();
    assertThat(selection.ofService(key(SERVICE, "unread"))).isEmpty();
  }

  @Test
  void anEmptySelectorOfABudgetSelectsEverythingAndNoneNothing() {
    Snapshot snapshot =
        Manifests.snapshot(
            String.join(
                "---\n",
                pod("a", "", "{}", "a"),
                pod("b", "", "{}", ""),
                budget("all", "selector: {}"),
                budget("none", "minAvailable: 1")));
    var selection = new Selection(snapshot, Workloads.of(snapshot));
    assertThat(names(selection.ofBudget(key(BUDGET, "all")))).containsExactly("a", "b");
    assertThat(selection.ofBudget(key(BUDGET, "none"))).isEmpty();
    assertThat(selection.workload(key(POD, "a")).budgeted()).isEqualTo(Answer.of(true));
  }

  @Test
  void anAccountIsUsedByTheWorkloadsThatRunUnderIt() {
    String token = "serviceAccountName: \"\", automountServiceAccountToken: false";
    Snapshot snapshot =
        Manifests.snapshot(
            String.join(
                "---\n",
                pod("a", "", "{}", "a"),
                pod("b", "", "{}", "").replace("serviceAccountName: \"\"", token),
                pod("c", "", "{}", "")
                    .replace("labels:", "annotations: {kubernetes.io/config.mirror: x}, labels:")));
    var selection = new Selection(snapshot, Workloads.of(snapshot));
    assertThat(selection.users(key(ACCOUNT, "a")))
        .containsExactly(new User("Pod", "a", false, Optional.empty()));
    assertThat(selection.users(key(ACCOUNT, "default")))
        .containsExactly(
            new User("Pod", "b", false, Optional.of(false)),
            new User("Pod", "c", true, Optional.empty()));
    assertThat(selection.users(key(ACCOUNT, "nobody"))).isEmpty();
  }

  @Test
  void whetherABudgetHoldsIsUnknownWhereBudgetsWereNotRead() {
    Snapshot snapshot = Manifests.snapshot(pod("a", "", "{}", "a"));
    var selection = new Selection(snapshot, Workloads.of(snapshot));
    assertThat(selection.workload(key(POD, "a")).budgeted()).isInstanceOf(Answer.Unknown.class);
  }

  /** Held against asking every pod of every workload. */
  @Test
  void selectsWhatAskingEveryPodSelects() {
    for (int seed = 0; seed < 150; seed++) {
      var random = new Random(seed);
      Snapshot snapshot = Manifests.snapshot(cluster(random), BUDGET);
      List<Workload> workloads = Workloads.of(snapshot);
      var selection = new Selection(snapshot, workloads);
      for (KubeObject service : snapshot.all(SERVICE)) {
        Map<String, Object> labels = Documents.map(spec(service), "selector");
        assertThat(selection.ofService(service.key()))
            .as("seed %d, %s", seed, service.key())
            .isEqualTo(
                labels.isEmpty()
                    ? List.of()
                    : naive(snapshot, workloads, service, Map.of("matchLabels", labels)));
      }
      for (KubeObject budget : snapshot.all(BUDGET)) {
        Map<String, Object> selector = Documents.map(spec(budget), "selector");
        assertThat(selection.ofBudget(budget.key()))
            .as("seed %d, %s %s", seed, budget.key(), selector)
            .isEqualTo(naive(snapshot, workloads, budget, selector));
      }
      for (Workload workload : workloads) {
        boolean held =
            snapshot.all(BUDGET).stream()
                .anyMatch(it ->
                    naive(snapshot, workloads, it, Documents.map(spec(it), "selector"))
                        .contains(workload));
        assertThat(selection.workload(workload).budgeted())
            .as("seed %d, %s", seed, workload.key())
            .isEqualTo(Answer.of(held));
      }
    }
  }

  private static List<Workload> naive(
      Snapshot snapshot, List<Workload> all, KubeObject who, Map<String, Object> selector) {
    return all.stream()
        .filter(it -> it.key().namespace().equals(who.key().namespace()))
        .filter(it -> pods(snapshot, it).anyMatch(labels -> Selectors.matches(selector, labels)))
        .toList();
  }

  private static Stream<Map<String, Object>> pods(Snapshot snapshot, Workload workload) {
    return workload.groups().stream()
        .flatMap(group ->
            group.pods().isEmpty()
                ? Stream.of(Documents.map(group.metadata(), "labels"))
                : group.pods().stream()
                    .map(name -> new ObjectKey(POD, workload.key().namespace(), name))
                    .map(key -> snapshot.find(key).orElseThrow().labels()));
  }

  private static String cluster(Random random) {
    var yaml = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String owner = random.nextBoolean() ? "" : "StatefulSet set" + random.nextInt(3);
      yaml.append(pod("p" + i, owner, labels(random), "a")).append("---\n");
      yaml.append(service("s" + i, labels(random))).append("---\n");
      yaml.append(budget("b" + i, "selector: " + selector(random))).append("---\n");
    }
    return yaml.toString();
  }

  private static String labels(Random random) {
    return "{app: x%d%s}"
        .formatted(random.nextInt(3), random.nextBoolean() ? "" : ", tier: y" + random.nextInt(2));
  }

  private static String selector(Random random) {
    String values = random.nextBoolean() ? "[x0, x2]" : "[x1]";
    return switch (random.nextInt(5)) {
      case 0 -> "{matchLabels: %s}".formatted(labels(random));
      case 1 -> "{matchExpressions: [{key: app, operator: In, values: %s}]}".formatted(values);
      case 2 -> "{matchExpressions: [{key: tier, operator: DoesNotExist}]}";
      case 3 ->
          "{matchLabels: {tier: y1}, matchExpressions: [{key: app, operator: NotIn, values: %s}]}"
              .formatted(values);
      default -> "{matchExpressions: [{key: tier, operator: Exists}]}";
    };
  }

  private static Map<String, Object> spec(KubeObject object) {
    return Documents.map(object.document(), "spec");
  }

  private static List<String> names(List<Workload> workloads) {
    return workloads.stream().map(it -> it.key().name()).toList();
  }

  private static ObjectKey key(Kind kind, String name) {
    return new ObjectKey(kind, "shop", name);
  }

  private static String pod(String name, String owner, String labels, String account) {
    String owners =
        owner.isEmpty()
            ? ""
            : ", ownerReferences: [{apiVersion: apps/v1, kind: %s, name: %s, controller: true}]"
                .formatted((Object[]) owner.split(" "));
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: shop, labels: %s%s}
    spec: {serviceAccountName: "%s", containers: [{name: c, image: x}]}
    """
        .formatted(name, labels, owners, account);
  }

  private static String service(String name, String selector) {
    return "{apiVersion: v1, kind: Service, metadata: {name: %s, namespace: shop}, spec: {selector: %s}}\n"
        .formatted(name, selector);
  }

  private static String budget(String name, String spec) {
    return """
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: {name: %s, namespace: shop}
    spec: {%s}
    """
        .formatted(name, spec);
  }
}
