package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.Container;
import dev.plumbline.inventory.Workload.Container.Role;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.List;
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

  /** Workload by workload, so that whoever looks at them too has each at hand. */
  static final class Search {

    private boolean istio;
    private boolean linkerd;

    Search(Snapshot snapshot) {
      this.istio = !snapshot.all(PeerAuthentications.KIND).isEmpty();
    }

    void add(Workload workload) {
      for (PodGroup group : workload.groups()) {
        for (Container container : group.containers()) {
          if (container.role() != Role.EPHEMERAL) {
            istio = istio || istio(container.image());
            linkerd = linkerd || linkerd(container.image());
          }
        }
      }
    }

    Presence found(String rootNamespace) {
      return new Presence(istio, linkerd, rootNamespace);
    }
  }

  private static boolean istio(String image) {
    for (String part : MAYBE_ISTIO) {
      if (image.contains(part)) {
        return ISTIO.matcher(image).find();
      }
    }
    return false;
  }

  private static boolean linkerd(String image) {
    return image.contains("linkerd/") && LINKERD.matcher(image).matches();
  }

  /** Whose Istio policies hold for the whole mesh. */
  static String root(Snapshot snapshot) {
    return snapshot.all(CONFIG_MAP, STANDARD).stream()
        .filter(map -> map.key().name().startsWith("istio"))
        .map(map -> Documents.text(Documents.map(map.document(), "data"), "mesh"))
        .flatMap(mesh -> ROOT.matcher(mesh).results().map((MatchResult found) -> found.group(1)))
        .findFirst()
        .orElse(STANDARD);
  }
}
