package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.SelectorIndex;
import dev.plumbline.inventory.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Istio's PeerAuthentications: those that select pods come before their namespace's, and that
 * before the mesh's; of several the oldest counts, and what is unset is inherited.
 */
final class PeerAuthentications {

  static final Kind KIND = new Kind("security.istio.io", "PeerAuthentication");
  private static final Ruling DEFAULT = new Ruling(Mode.PERMISSIVE, "Istio's default");
  private static final Comparator<Peer> AGE =
      Comparator.comparing(Peer::created).thenComparing(Peer::name);

  private final String root;
  private final Map<String, Peer> wide = new HashMap<>();
  private final SelectorIndex<Peer> selecting = new SelectorIndex<>();

  PeerAuthentications(Snapshot snapshot, String root) {
    this.root = root;
    snapshot.all(KIND).forEach(this::add);
  }

  private void add(KubeObject object) {
    Map<String, Object> spec = Documents.map(object.document(), "spec");
    Map<String, Object> selector = Documents.map(spec, "selector");
    var peer = Peer.of(object, spec);
    if (Documents.map(selector, "matchLabels").isEmpty()) {
      wide.merge(object.key().namespace(), peer, PeerAuthentications::older);
    } else if (!object.key().namespace().equals(root)) {
      selecting.add(object.key().namespace(), selector, peer);
    }
  }

  private static Peer older(Peer one, Peer other) {
    return AGE.compare(one, other) <= 0 ? one : other;
  }

  /** What holds for pods with these labels, and for their ports apart. */
  InForce of(String namespace, Map<String, Object> labels) {
    Ruling mesh = ruling(wide.get(root), DEFAULT);
    Ruling wider = namespace.equals(root) ? mesh : ruling(wide.get(namespace), mesh);
    Optional<Peer> own = selecting.selecting(namespace, labels).stream().min(AGE);
    Ruling base = own.map(peer -> ruling(peer, wider)).orElse(wider);
    return new InForce(base, own.map(peer -> peer.ports(base)).orElse(Map.of()));
  }

  private static Ruling ruling(@Nullable Peer peer, Ruling inherited) {
    return peer == null ? inherited : peer.ruling(peer.mode(), inherited);
  }

  /** What pods take, and where their ports differ. */
  record InForce(Ruling base, Map<Integer, Ruling> ports) {}

  private record Peer(
      String name, String created, Optional<Mode> mode, Map<Integer, Optional<Mode>> byPort) {

    static Peer of(KubeObject object, Map<String, Object> spec) {
      var ports = new TreeMap<Integer, Optional<Mode>>();
      Map<String, Object> byPort = Documents.map(spec, "portLevelMtls");
      byPort
          .keySet()
          .forEach(port -> Ports.number(port).ifPresent(n -> ports.put(n, mode(byPort, port))));
      return new Peer(
          object.key().namespace() + "/" + object.key().name(),
          Documents.text(object.metadata(), "creationTimestamp"),
          mode(spec, "mtls"),
          ports);
    }

    private static Optional<Mode> mode(Map<String, Object> parent, String field) {
      return switch (Documents.text(Documents.map(parent, field), "mode")) {
        case "STRICT" -> Optional.of(Mode.STRICT);
        case "PERMISSIVE" -> Optional.of(Mode.PERMISSIVE);
        case "DISABLE" -> Optional.of(Mode.DISABLE);
        default -> Optional.empty();
      };
    }

    Ruling ruling(Optional<Mode> mode, Ruling inherited) {
      return mode.map(set -> new Ruling(set, "PeerAuthentication " + name)).orElse(inherited);
    }

    Map<Integer, Ruling> ports(Ruling base) {
      var rulings = new TreeMap<Integer, Ruling>();
      byPort.forEach((port, mode) -> rulings.put(port, ruling(mode, base)));
      return rulings;
    }
  }
}
