package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
  private static final Pattern ISTIO =
      Pattern.compile("(^|/)(pilot|ztunnel|proxyv2)(-distroless)?([:@].*)?");
  private static final Pattern LINKERD =
      Pattern.compile("(^|.*/)linkerd/(controller|policy-controller|proxy)([:@].*)?");

  static Presence of(Snapshot snapshot, List<Workload> workloads) {
    List<String> images = workloads.stream().flatMap(Presence::images).distinct().toList();
    return new Presence(
        images.stream().anyMatch(image -> ISTIO.matcher(image).find())
            || !snapshot.all(PeerAuthentications.KIND).isEmpty(),
        images.stream().anyMatch(image -> LINKERD.matcher(image).matches()),
        root(snapshot.all(CONFIG_MAP)));
  }

  private static Stream<String> images(Workload workload) {
    return workload.groups().stream()
        .flatMap(group ->
            Stream.of("containers", "initContainers")
                .flatMap(list -> Documents.maps(group.spec(), list).stream()))
        .map(container -> Documents.text(container, "image"));
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
