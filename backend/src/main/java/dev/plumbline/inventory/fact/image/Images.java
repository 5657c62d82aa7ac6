package dev.plumbline.inventory.fact.image;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.fact.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The images of every workload of one snapshot. */
public final class Images {

  private static final Kind ACCOUNT = Kind.core("ServiceAccount");
  private static final List<String> LISTS =
      List.of("initContainers", "containers", "ephemeralContainers");
  private static final List<String> STATUSES =
      List.of("initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses");
  private static final Pattern MOVING =
      Pattern.compile(
          "latest|stable|current|main|master|trunk|edge|nightly|dev|develop|lts|.*-latest");

  private final Snapshot snapshot;

  private Images(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** By workload, in the order of their keys; reads every pod once. */
  public static Map<ObjectKey, WorkloadImages> of(Snapshot snapshot, List<Workload> workloads) {
    var images = new Images(snapshot);
    var all = new TreeMap<ObjectKey, WorkloadImages>();
    workloads.forEach(workload -> all.put(workload.key(), images.of(workload)));
    return all;
  }

  private WorkloadImages of(Workload workload) {
    String namespace = workload.key().namespace();
    Map<Use, Set<String>> uses = new LinkedHashMap<>();
    for (PodGroup group : workload.groups()) {
      Map<String, Set<String>> running = running(namespace, group.pods());
      uses(group)
          .forEach(use ->
              uses.computeIfAbsent(use, u -> new TreeSet<>())
                  .addAll(running.getOrDefault(use.container(), Set.of())));
    }
    List<Image> images =
        uses.entrySet().stream().map(e -> image(e.getKey(), e.getValue())).toList();
    return new WorkloadImages(images, pullSecrets(namespace, workload.groups()));
  }

  private record Use(String container, String list, String image, String policy) {}

  private static Stream<Use> uses(PodGroup group) {
    return LISTS.stream()
        .flatMap(list ->
            Documents.maps(group.spec(), list).stream()
                .filter(container -> !Documents.text(container, "image").isEmpty())
                .map(container ->
                    new Use(
                        Documents.text(container, "name"),
                        list,
                        Documents.text(container, "image"),
                        Documents.text(container, "imagePullPolicy"))));
  }

  /** Digests by container. */
  private Map<String, Set<String>> running(String namespace, List<String> pods) {
    var digests = new LinkedHashMap<String, Set<String>>();
    pods.stream()
        .flatMap(pod -> snapshot.find(new ObjectKey(Kind.core("Pod"), namespace, pod)).stream())
        .map(pod -> Documents.map(pod.document(), "status"))
        .flatMap(status -> STATUSES.stream().flatMap(l -> Documents.maps(status, l).stream()))
        .forEach(status -> {
          String digest = digest(Documents.text(status, "imageID"));
          if (!digest.isEmpty()) {
            digests
                .computeIfAbsent(Documents.text(status, "name"), name -> new TreeSet<>())
                .add(digest);
          }
        });
    return digests;
  }

  /** Runtimes write {@code name@digest}, {@code docker-pullable://name@digest} or the digest. */
  private static String digest(String imageId) {
    String digest = imageId.substring(imageId.indexOf('@') + 1);
    return digest.startsWith("sha") ? digest : "";
  }

  private static Image image(Use use, Set<String> running) {
    var reference = Reference.of(use.image());
    boolean mutable = reference.digest().isEmpty();
    boolean latest = mutable && reference.tag().equals("latest");
    return new Image(
        use.container(),
        use.list(),
        use.image(),
        reference,
        List.copyOf(running),
        !use.policy().isEmpty() ? use.policy() : latest ? "Always" : "IfNotPresent",
        mutable,
        mutable && MOVING.matcher(reference.tag()).matches(),
        Base.of(reference),
        Registry.access(reference.registry()),
        Registry.doubt(reference.registry()));
  }

  private Answer<List<String>> pullSecrets(String namespace, List<PodGroup> groups) {
    var names = new LinkedHashSet<String>();
    boolean known = true;
    for (PodGroup group : groups) {
      names.addAll(secrets(group.spec()));
      String account = Documents.text(group.spec(), "serviceAccountName");
      var key = new ObjectKey(ACCOUNT, namespace, account.isEmpty() ? "default" : account);
      var found = snapshot.find(key).map(KubeObject::document);
      found.ifPresent(document -> names.addAll(secrets(document)));
      known = known && (found.isPresent() || snapshot.coverage().complete(ACCOUNT));
    }
    return known || !names.isEmpty()
        ? Answer.of(new ArrayList<>(names))
        : Answer.unread(ACCOUNT, snapshot.coverage());
  }

  private static List<String> secrets(Map<String, Object> document) {
    return Documents.maps(document, "imagePullSecrets").stream()
        .map(secret -> Documents.text(secret, "name"))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
