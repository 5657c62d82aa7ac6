package dev.plumbline.inventory.fact.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ImageFactTests {

  private static final String OWNER =
      "ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: u, controller:"
          + " true}]";

  @Test
  void everyListOfContainersHasItsImages() {
    var images =
        pod(
            "initContainers: [{name: i, image: busybox}], containers: [{name: c, image:"
                + " 'quay.io/a/b:1'}], ephemeralContainers: [{name: e, image: 'x:dev'}, {name:"
                + " none}]");
    assertThat(images.images())
        .extracting(Image::container, Image::list, image -> image.reference().name())
        .containsExactly(
            tuple("i", "initContainers", "docker.io/library/busybox"),
            tuple("c", "containers", "quay.io/a/b"),
            tuple("e", "ephemeralContainers", "docker.io/library/x"));
  }

  @Test
  void thePullPolicyInForceFollowsTheTag() {
    var images =
        pod(
            "containers: [{name: a, image: x}, {name: b, image: 'x:1'}, {name: c, image:"
                + " 'x@sha256:ab'}, {name: d, image: x, imagePullPolicy: Never}]");
    assertThat(images.images())
        .extracting(Image::pullPolicy)
        .containsExactly("Always", "IfNotPresent", "IfNotPresent", "Never");
    assertThat(images.images()).extracting(Image::mutable).containsExactly(true, true, false, true);
    assertThat(images.images())
        .extracting(Image::floating)
        .containsExactly(true, false, false, true);
  }

  @Test
  void secretsComeFromThePodAndItsAccount() {
    String account =
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: builder, namespace: shop}
        imagePullSecrets: [{name: of-account}]
        """;
    String spec =
        "serviceAccountName: builder, imagePullSecrets: [{name: own}], containers: [{name: a,"
            + " image: x}]";
    assertThat(of(podYaml(spec) + "---\n" + account).pullSecrets())
        .isEqualTo(Answer.of(List.of("own", "of-account")));
    assertThat(pod("containers: [{name: a, image: x}]").pullSecrets())
        .isInstanceOf(Answer.Unknown.class);
    Snapshot read = Manifests.snapshot(podYaml("containers: []"), Kind.core("ServiceAccount"));
    assertThat(Images.of(read, Workloads.of(read)).values())
        .extracting(WorkloadImages::pullSecrets)
        .containsExactly(Answer.of(List.of()));
  }

  @Test
  void theClusterKnowsWhereItsImagesComeFromAndWhichTellNoVersion() {
    String pods =
        podYaml("containers: [{name: a, image: 'x:1'}, {name: b, image: 'x:2'}]")
            + "---\n"
            + podYaml("containers: [{name: a, image: 'quay.io:443/y'}]")
                .replace("name: web", "name: q");
    Snapshot snapshot = Manifests.snapshot(pods);
    var cluster = new Images(snapshot).survey(Workloads.of(snapshot)).cluster();
    assertThat(cluster.repositories()).containsExactly("docker.io/library/x", "quay.io:443/y");
    assertThat(cluster.unversioned())
        .extracting(workload -> workload.key().name())
        .containsExactly("q");
  }

  @Test
  void registriesAreToldByTheirNames() {
    var images =
        pod(
            "containers: [{name: a, image: x}, {name: b, image:"
                + " 123456789012.dkr.ecr.eu-west-1.amazonaws.com/x}, {name: c, image:"
                + " r.example/x}]");
    assertThat(images.images())
        .extracting(image -> image.access().toString())
        .containsExactly("public", "cloud", "other");
  }

  /** Digests that run, against a walk over all pods for each container. */
  @Test
  void runningDigestsAreThoseOfTheWorkloadsPods() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var yaml = new StringBuilder();
      var expected = new TreeSet<String>();
      int pods = 1 + random.nextInt(5);
      for (int i = 0; i < pods; i++) {
        String digest = "sha256:" + random.nextInt(3);
        int form = random.nextInt(4);
        String id =
            List.of("r/x@" + digest, "docker-pullable://r/x@" + digest, digest, "").get(form);
        boolean finished = i > 0 && random.nextInt(4) == 0;
        if (!finished && form < 3) {
          expected.add(digest);
        }
        yaml.append(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: db-%d, namespace: shop, %s}
            spec: {containers: [{name: a, image: r/x}, {name: b, image: r/y}]}
            status:
              phase: %s
              containerStatuses: [{name: a, imageID: '%s'}, {name: b, imageID: 'r/y@sha256:y'}]
            ---
            """
                .formatted(i, OWNER, finished ? "Succeeded" : "Running", id));
      }
      assertThat(of(yaml.toString()).images())
          .as("seed %d\n%s", seed, yaml)
          .extracting(Image::running)
          .containsExactly(new ArrayList<>(expected), List.of("sha256:y"));
    }
  }

  @Test
  void aNamespaceHasTheRegistriesOfItsWorkloads() {
    Snapshot snapshot = Manifests.snapshot(podYaml("containers: [{name: a, image: quay.io/x/y}]"));
    var computed = new ImageFact().compute(snapshot, Workloads.of(snapshot));
    assertThat(computed.of("Namespace", new ObjectKey(Kind.core("Namespace"), "", "shop")))
        .isEqualTo(new NamespaceFields(List.of("quay.io")));
  }

  private static String podYaml(String spec) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop}
    spec: {%s}
    """
        .formatted(spec);
  }

  private static WorkloadImages pod(String spec) {
    return of(podYaml(spec));
  }

  private static WorkloadImages of(String yaml) {
    Snapshot snapshot = Manifests.snapshot(Manifests.objects(yaml), new Coverage(Map.of()));
    return Images.of(snapshot, Workloads.of(snapshot)).values().iterator().next();
  }
}
