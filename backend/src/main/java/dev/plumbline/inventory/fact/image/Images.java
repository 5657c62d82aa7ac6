package dev.plumbline.inventory.fact.image;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.Container;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.fact.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The images of every workload of one snapshot. */
public final class Images {

  private static final Kind ACCOUNT = Kind.core("ServiceAccount");
  private static final List<String> STATUSES =
      List.of("initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses");
  private static final Kind POD = Kind.core("Pod");
  private static final Answer<List<String>> NO_SECRETS = Answer.of(List.of());

  private final Snapshot snapshot;
  private final Declarations declarations = new Declarations();
  private final boolean accountsRead;

  Images(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.accountsRead = snapshot.coverage().complete(ACCOUNT);
  }

  /** By workload, in the order they come in; reads every pod once. */
  public static Map<ObjectKey, WorkloadImages> of(Snapshot snapshot, List<Workload> workloads) {
    var images = new Images(snapshot);
    var all = new LinkedHashMap<ObjectKey, WorkloadImages>();
    workloads.forEach(workload -> all.put(workload.key(), images.of(workload)));
    return all;
  }

  WorkloadImages of(Workload workload) {
    String namespace = workload.key().namespace();
    List<PodGroup> groups = workload.groups();
    boolean template = groups.size() == 1 && groups.getFirst().pods().isEmpty();
    return new WorkloadImages(
        template ? declared(groups.getFirst()) : used(namespace, groups),
        pullSecrets(namespace, groups));
  }

  /** Of a template, of which nothing runs. */
  private List<Image> declared(PodGroup template) {
    var images = new ArrayList<Image>(template.containers().size());
    for (Container container : template.containers()) {
      if (!container.image().isEmpty()) {
        images.add(image(Use.of(container), Set.of()));
      }
    }
    return alike(template.containers()) ? images.stream().distinct().toList() : images;
  }

  /** Whether two may be the same, as they have one name. */
  private static boolean alike(List<Container> containers) {
    var names = new HashSet<String>();
    return containers.size() > 1 && !containers.stream().allMatch(one -> names.add(one.name()));
  }

  private List<Image> used(String namespace, List<PodGroup> groups) {
    Map<Use, Set<String>> uses = new LinkedHashMap<>();
    for (PodGroup group : groups) {
      Map<String, Set<String>> running = running(namespace, group.pods());
      group.containers().forEach(container -> use(container, running, uses));
    }
    var images = new ArrayList<Image>(uses.size());
    uses.forEach((use, digests) -> images.add(image(use, digests)));
    return images;
  }

  /** What all workloads together say. */
  Survey survey(List<Workload> workloads) {
    var survey = new Survey(declarations);
    workloads.forEach(survey::add);
    return survey;
  }

  private record Use(String container, String list, String image, String policy) {

    static Use of(Container container) {
      String policy = Documents.text(container.document(), "imagePullPolicy");
      return new Use(container.name(), container.role().list(), container.image(), policy);
    }
  }

  private static void use(
      Container container, Map<String, Set<String>> running, Map<Use, Set<String>> uses) {
    if (!container.image().isEmpty()) {
      Set<String> digests = running.getOrDefault(container.name(), Set.of());
      uses.merge(Use.of(container), digests, Images::both);
    }
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    var all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Digests by container. */
  private Map<String, Set<String>> running(String namespace, List<String> pods) {
    if (pods.isEmpty()) {
      return Map.of();
    }
    var digests = new HashMap<String, Set<String>>();
    for (String pod : pods) {
      Optional<KubeObject> found = snapshot.find(new ObjectKey(POD, namespace, pod));
      if (found.isPresent()) {
        Map<String, Object> status = Documents.map(found.get().document(), "status");
        STATUSES.forEach(
            list -> Documents.maps(status, list).forEach(one -> running(one, digests)));
      }
    }
    return digests;
  }

  private static void running(Map<String, Object> status, Map<String, Set<String>> digests) {
    String digest = digest(Documents.text(status, "imageID"));
    if (!digest.isEmpty()) {
      digests.computeIfAbsent(Documents.text(status, "name"), name -> new TreeSet<>()).add(digest);
    }
  }

  /** Runtimes write {@code name@digest}, {@code docker-pullable://name@digest} or the digest. */
  private static String digest(String imageId) {
    String digest = imageId.substring(imageId.indexOf('@') + 1);
    return digest.startsWith("sha") ? digest : "";
  }

  private Image image(Use use, Set<String> running) {
    Declared told = declarations.of(use.image());
    return new Image(
        use.container(),
        use.list(),
        use.image(),
        told.reference(),
        List.copyOf(running),
        use.policy().isEmpty() ? told.pullPolicy() : use.policy(),
        told.mutable(),
        told.floating(),
        told.base(),
        told.access(),
        told.doubt());
  }

  private Answer<List<String>> pullSecrets(String namespace, List<PodGroup> groups) {
    Set<String> names = Set.of();
    boolean known = true;
    for (PodGroup group : groups) {
      names = with(names, group.spec());
      String account = group.account().isEmpty() ? "default" : group.account();
      var found = snapshot.find(new ObjectKey(ACCOUNT, namespace, account));
      if (found.isPresent()) {
        names = with(names, found.get().document());
      }
      known = known && (found.isPresent() || accountsRead);
    }
    return answer(names, known);
  }

  /** Most workloads name none, and share one answer. */
  private Answer<List<String>> answer(Set<String> names, boolean known) {
    return !names.isEmpty()
        ? Answer.of(new ArrayList<>(names))
        : known ? NO_SECRETS : Answer.unread(ACCOUNT, snapshot.coverage());
  }

  private static Set<String> with(Set<String> names, Map<String, Object> document) {
    List<Map<String, Object>> secrets = Documents.maps(document, "imagePullSecrets");
    if (secrets.isEmpty()) {
      return names;
    }
    var all = new LinkedHashSet<>(names);
    secrets.forEach(secret -> all.add(Documents.text(secret, "name")));
    all.remove("");
    return all;
  }
}
