package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadsTests {

  private static final Kind REPLICA_SET = new Kind("apps", "ReplicaSet");

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {namespace: shop, name: web}
      spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web}]}}}
      ---
      """;
  private static final String REPLICAS =
      """
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        {namespace: shop, name: web-1, ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]}
      spec: {template: {spec: {containers: [{name: web, image: web}]}}}
      ---
      """;

  @Test
  void eachIsFoundByItsKeyAndNothingElseIs() {
    var pods = new StringBuilder();
    for (String name : List.of("e", "a", "d", "b")) {
      pods.append(
          "---\n{apiVersion: v1, kind: Pod, metadata: {name: %s, namespace: n%s}}\n"
              .formatted(name, name));
    }
    List<Workload> all = Workloads.of(Manifests.snapshot(pods.toString()));
    assertThat(all)
        .hasSize(4)
        .allSatisfy(one -> assertThat(Workloads.find(all, one.key())).containsSame(one));
    for (String name : List.of("", "aa", "c", "z")) {
      assertThat(Workloads.find(all, new ObjectKey(Kind.core("Pod"), "n" + name, name))).isEmpty();
    }
    assertThat(Workloads.find(List.of(), all.getFirst().key())).isEmpty();
  }

  @Test
  void podsAreJudgedAsTheirTopmostController() {
    Workload web =
        only(DEPLOYMENT + REPLICAS + pod("web-1-a", "n1", "2442s") + pod("web-1-b", "n2", "xk7fd"));
    assertThat(web.key()).hasToString("shop/apps/Deployment/web");
    assertThat(web.object()).isPresent();
    assertThat(web.broken()).isEmpty();
    assertThat(web.groups()).hasSize(1);
    assertThat(web.groups().getFirst().pods()).containsExactly("web-1-a", "web-1-b");
    assertThat(web.groups().getFirst().template()).isPresent();
  }

  @Test
  void podsThatDifferInPostureFormGroupsOfTheirOwn() {
    String other =
        pod("web-1-b", "n1", "abcde")
            .replace("image: web", "image: web, securityContext: {privileged: true}");
    assertThat(only(DEPLOYMENT + REPLICAS + pod("web-1-a", "n1", "abcde") + other).groups())
        .hasSize(2);
  }

  @Test
  void anAnnotationThatLoosensAppArmorKeepsPodsApart() {
    String loose =
        pod("web-1-b", "n1", "abcde")
            .replace(
                "name: web-1-b,",
                "name: web-1-b, annotations: {container.apparmor.security.beta.kubernetes.io/web:"
                    + " unconfined},");
    assertThat(only(DEPLOYMENT + REPLICAS + pod("web-1-a", "n1", "abcde") + loose).groups())
        .hasSize(2);
  }

  @Test
  void aControllerWithoutPodsIsJudgedByItsTemplate() {
    Workload web = only(DEPLOYMENT + REPLICAS);
    assertThat(web.groups()).hasSize(1);
    assertThat(web.groups().getFirst().pods()).isEmpty();
    assertThat(Documents.map(web.groups().getFirst().metadata(), "labels"))
        .containsEntry("app", "web");
  }

  @Test
  void theReferenceItselfNamesAControllerThatWasNotRead() {
    Workload web = only(REPLICAS + pod("web-1-a", "n1", "abcde"));
    assertThat(web.key()).hasToString("shop/apps/Deployment/web");
    assertThat(web.object()).isEmpty();
    assertThat(web.broken()).isEmpty();
    assertThat(web.groups().getFirst().template()).isPresent();
  }

  @Test
  void aForbiddenLinkingKindBreaksTheChainAndIsNamed() {
    var coverage =
        new Coverage(
            Map.of(REPLICA_SET, new Reading(State.FORBIDDEN, 0, "cannot list replicasets")));
    var snapshot = Manifests.snapshot(Manifests.objects(pod("web-1-a", "n1", "abcde")), coverage);
    assertThat(Workloads.of(snapshot))
        .singleElement()
        .extracting(Workload::broken)
        .isEqualTo("apps/ReplicaSet: cannot list replicasets");
  }

  @Test
  void anOwnerThatIsGoneLeavesTheLastReference() {
    var workloads = Workloads.of(Manifests.snapshot(pod("web-1-a", "n1", "abcde"), REPLICA_SET));
    assertThat(workloads.getFirst().key()).hasToString("shop/apps/ReplicaSet/web-1");
    assertThat(workloads.getFirst().broken()).isEmpty();
  }

  @Test
  void controllersOfUnknownKindsAreFollowedByReference() {
    String rollout =
        REPLICAS.replace("apps/v1, kind: Deployment", "argoproj.io/v1alpha1, kind: Rollout");
    assertThat(only(rollout + pod("web-1-a", "n1", "abcde")).key())
        .hasToString("shop/argoproj.io/Rollout/web");
  }

  @Test
  void aStaticPodIsItsComponentOnEveryNode() {
    String apiserver =
        """
        apiVersion: v1
        kind: Pod
        metadata: {namespace: kube-system, name: kube-apiserver-%s, annotations: {kubernetes.io/config.mirror: x},
          ownerReferences: [{apiVersion: v1, kind: Node, name: %s, controller: true}]}
        spec: {nodeName: %s, containers: [{name: a, args: [--x=%s]}]}
        ---
        """;
    Workload workload = only(apiserver.replace("%s", "cp-1") + apiserver.replace("%s", "cp-2"));
    assertThat(workload.key()).hasToString("kube-system/Pod/kube-apiserver");
    assertThat(workload.object()).isPresent();
    assertThat(workload.groups()).hasSize(2);
  }

  @Test
  void finishedPodsYieldToTheTemplateAndStandInWhereThereIsNone() {
    String finished = pod("web-1-a", "n1", "abcde").replace("phase: Running", "phase: Failed");
    assertThat(only(DEPLOYMENT + REPLICAS + finished).groups().getFirst().pods()).isEmpty();
    var orphan = Workloads.of(Manifests.snapshot(finished, REPLICA_SET));
    assertThat(orphan.getFirst().groups().getFirst().pods()).containsExactly("web-1-a");
  }

  @Test
  void podsOfAStatefulSetOrDaemonSetAreAlikeDespiteClaimsAndNodes() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {namespace: shop, name: db-%s, ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, controller: true}]}
        spec:
          hostname: db-%s
          containers: [{name: db}]
          volumes: [{name: data, persistentVolumeClaim: {claimName: data-db-%s}}]
          affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:
            {nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values: [n%s]}]}]}}}
        ---
        """;
    Workload db = only(pod.replace("%s", "0") + pod.replace("%s", "1"));
    assertThat(db.groups()).hasSize(1);
    assertThat(db.key()).hasToString("shop/apps/StatefulSet/db");
  }

  @Test
  void ownersThatOwnEachOtherEndTheWalk() {
    String loop = REPLICAS.replace("kind: Deployment, name: web", "kind: ReplicaSet, name: web-1");
    assertThat(Workloads.of(Manifests.snapshot(loop))).hasSize(1);
  }

  private static Workload only(String yaml) {
    List<Workload> workloads = Workloads.of(Manifests.snapshot(yaml));
    assertThat(workloads).hasSize(1);
    return workloads.getFirst();
  }

  private static String pod(String name, String node, String token) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      {namespace: shop, name: NAME, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, controller: true}]}
    spec:
      nodeName: NODE
      containers: [{name: web, image: web, volumeMounts: [{name: kube-api-access-TOKEN, mountPath: /var/run}]}]
      volumes: [{name: kube-api-access-TOKEN, projected: {}}]
    status: {phase: Running}
    ---
    """
        .replace("NAME", name)
        .replace("NODE", node)
        .replace("TOKEN", token);
  }
}
