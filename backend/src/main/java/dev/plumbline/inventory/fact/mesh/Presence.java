package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which meshes a cluster has, told by their control planes and by what they run.
 *
 * @param rootNamespace whose Istio policies hold for the whole mesh
 */
public record Presence(boolean istio, boolean linkerd, String rootNamespace) {

  static final Kind CONFIG_MAP = Kind.core("ConfigMap");
  private static final String STANDARD = "istio-system";
  private static final Pattern ROOT =
      Pattern.compile("(?m)^rootNamespace:\\s{0,9}[\"']?([a-z0-9-]{1,63})");
  private static final List<String> MAYBE_ISTIO = List.of("pilot", "ztunnel", "proxyv2");
  private static final Pattern ISTIO =
      Pattern.compile("(^|/)(pilot|ztunnel|proxyv2)(-distroless)?([:@].*)?");
  private static final Pattern LINKERD =
      Pattern.compile("(^|.*/)linkerd/(controller|policy-controller|proxy)([:@].*)?");

  static Presence of(Snapshot snapshot, List<Workload> workloads) {
    Set<String> images = new HashSet<>();
    workloads.forEach(workload -> images(workload, images));
    return new Presence(
        images.stream().anyMatch(Presence::istio)
            || !snapshot.all(PeerAuthentications.KIND).isEmpty(),
        images.stream().anyMatch(Presence::linkerd),
        root(snapshot.all(CONFIG_MAP)));
  }

  private static boolean istio(String image) {
    return MAYBE_ISTIO.stream().anyMatch(image::contains) && ISTIO.matcher(image).find();
  }

  private static boolean linkerd(String image) {
    return image.contains("linkerd/") && LINKERD.matcher(image).matches();
  }

  private static void images(Workload workload, Set<String> images) {
    for (PodGroup group : workload.groups()) {
      for (String list : List.of("containers", "initContainers")) {
        Documents.maps(group.spec(), list).forEach(it -> images.add(Documents.text(it, "image")));
      }
    }
  }

  private static String root(Collection<KubeObject> configMaps) {
    return configMaps.stream()
        .filter(map -> map.key().namespace().equals(STANDARD))
        .filter(map -> map.key().name().startsWith("istio"))
        .map(map -> Documents.text(Documents.map(map.document(), "data"), "mesh"))
        .flatMap(mesh -> ROOT.matcher(mesh).results().map((MatchResult found) -> found.group(1)))
        .findFirst()
        .orElse(STANDARD);
  }
}
