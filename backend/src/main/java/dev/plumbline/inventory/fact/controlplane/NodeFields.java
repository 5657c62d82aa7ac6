package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;

/**
 * What the fact adds to a node.
 *
 * @param kubeletMinor minor version of Kubernetes 1 that its kubelet reports
 * @param minorsBehind how many minor versions its kubelet is older than the API server; negative
 *     when newer
 * @param minorsAllowed how many it may be
 */
public record NodeFields(
    Answer<Long> kubeletMinor, Answer<Long> minorsBehind, Answer<Long> minorsAllowed) {

  /** The API server's minor version since which kubelets may be three versions older, not two. */
  private static final int WIDER_SKEW_SINCE = 28;

  static NodeFields of(Snapshot snapshot, ObjectKey key) {
    ServerVersion server = snapshot.version();
    ServerVersion kubelet =
        snapshot.find(key).map(NodeFields::kubelet).orElse(ServerVersion.UNKNOWN);
    return new NodeFields(
        kubelet.known() ? Answer.of((long) kubelet.minor()) : unreported(),
        behind(server, kubelet),
        server.known() ? Answer.of(server.minor() < WIDER_SKEW_SINCE ? 2L : 3L) : unread());
  }

  private static Answer<Long> behind(ServerVersion server, ServerVersion kubelet) {
    if (!server.known()) {
      return unread();
    }
    return kubelet.known() ? Answer.of((long) server.minor() - kubelet.minor()) : unreported();
  }

  private static ServerVersion kubelet(KubeObject node) {
    var status = Documents.map(node.document(), "status");
    return ServerVersion.of(Documents.text(Documents.map(status, "nodeInfo"), "kubeletVersion"));
  }

  private static Answer<Long> unreported() {
    return Answer.unknown("the node does not report the version of its kubelet");
  }

  private static Answer<Long> unread() {
    return Answer.unknown("the server's version was not read");
  }
}
