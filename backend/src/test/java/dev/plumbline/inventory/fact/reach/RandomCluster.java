package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A made-up cluster: namespaces and pods at random, and what objects they are. */
final class RandomCluster {

  static final Kind POD = Kind.core("Pod");
  static final Kind SET = new Kind("apps", "StatefulSet");

  /**
   * One pod as a naive judge sees it.
   *
   * @param host whether it uses its node's network
   * @param web the port it calls {@code web}, 0 for none
   */
  record Pod(
      String namespace,
      Map<String, String> spaceLabels,
      String name,
      Map<String, String> labels,
      String address,
      boolean host,
      int web,
      Account account,
      ObjectKey workload) {}

  /** What a pod runs as. */
  record Account(String name, Map<String, String> labels) {}

  final Random random;
  final List<KubeObject> objects = new ArrayList<>();
  final List<Pod> pods = new ArrayList<>();
  private final Map<Kind, Reading> readings = new HashMap<>();

  RandomCluster(long seed) {
    random = new Random(seed);
    for (String kind : List.of("Namespace", "Pod")) {
      complete(Kind.core(kind));
    }
    complete(KubernetesPolicies.KIND);
    complete(new Kind("apps", "DaemonSet"));
    for (int i = 0; i < 4; i++) {
      namespace("ns" + i);
    }
  }

  private void complete(Kind kind) {
    readings.put(kind, new Reading(State.COMPLETE, 1, ""));
  }

  private void namespace(String name) {
    Map<String, String> labels = labels("team", "stage");
    labels.put("kubernetes.io/metadata.name", name);
    add(Kind.core("Namespace"), "", name, "v1", Map.of("metadata", Map.of("labels", labels)));
    List<Account> accounts =
        List.of(new Account("default", labels("app")), new Account("runner", labels("app")));
    for (Account account : accounts) {
      add(
          Kind.core("ServiceAccount"),
          name,
          account.name(),
          "v1",
          Map.of("metadata", Map.of("labels", account.labels())));
    }
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      pod(name, labels, accounts, "p" + i);
    }
  }

  private void pod(
      String namespace, Map<String, String> spaceLabels, List<Account> accounts, String name) {
    boolean host = random.nextInt(8) == 0;
    int web = List.of(0, 80, 8080).get(random.nextInt(3));
    String network = host ? "192.168.0." : "10.0." + random.nextInt(2) + ".";
    boolean owned = random.nextInt(3) == 0;
    var workload =
        owned ? new ObjectKey(SET, namespace, "set") : new ObjectKey(POD, namespace, name);
    var pod =
        new Pod(
            namespace,
            spaceLabels,
            name,
            labels("app", "role"),
            network + random.nextInt(200),
            host,
            web,
            one(accounts),
            workload);
    pods.add(pod);
    add(POD, namespace, name, "v1", document(pod, owned));
  }

  private static Map<String, Object> document(Pod pod, boolean owned) {
    var metadata = new TreeMap<String, Object>(Map.of("labels", pod.labels()));
    if (owned) {
      metadata.put(
          "ownerReferences",
          List.of(
              Map.of(
                  "apiVersion",
                  "apps/v1",
                  "kind",
                  "StatefulSet",
                  "name",
                  "set",
                  "controller",
                  true)));
    }
    Map<String, Object> port = Map.of("name", "web", "containerPort", (long) pod.web());
    var container = Map.of("name", "c", "ports", pod.web() == 0 ? List.of() : List.of(port));
    return Map.of(
        "metadata", metadata,
        "spec",
            Map.of(
                "hostNetwork", pod.host(),
                "serviceAccountName", pod.account().name(),
                "containers", List.of(container)),
        "status", Map.of("podIP", pod.address()));
  }

  Map<String, String> labels(String... keys) {
    var labels = new TreeMap<String, String>();
    for (String key : keys) {
      if (random.nextInt(4) > 0) {
        labels.put(key, random.nextBoolean() ? "a" : "b");
      }
    }
    return labels;
  }

  void add(Kind kind, String namespace, String name, String version, Map<String, Object> document) {
    complete(kind);
    objects.add(new KubeObject(new ObjectKey(kind, namespace, name), version, document));
  }

  Snapshot snapshot() {
    return new Snapshot(Instant.EPOCH, ServerVersion.UNKNOWN, new Coverage(readings), objects);
  }

  boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
