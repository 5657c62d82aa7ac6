package dev.plumbline.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows {@code controller: true} references upwards, even to objects that were not read. */
final class Owners {

  /** Kinds that are nearly always owned themselves: unread, they hide the topmost owner. */
  private static final Set<Kind> LINKS =
      Set.of(new Kind("apps", "ReplicaSet"), new Kind("batch", "Job"));

  private static final String REFERENCES = "ownerReferences";
  private static final Kind POD = Kind.core("Pod");
  private static final Kind NODE = Kind.core("Node");
  private static final String MIRROR = "kubernetes.io/config.mirror";

  private final Snapshot snapshot;

  Owners(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The way from an object to its topmost controller.
   *
   * @param top key of the last reference; the object's own when nothing controls it
   * @param controllers those that were read, nearest first
   * @param broken why the way may go on unseen, empty when it ends here
   */
  record Chain(ObjectKey top, List<KubeObject> controllers, String broken) {}

  Chain chain(KubeObject object) {
    Optional<ObjectKey> owner = controller(object);
    return owner.isEmpty()
        ? new Chain(componentKey(object), List.of(), "")
        : chain(object, owner.get());
  }

  private Chain chain(KubeObject object, ObjectKey owner) {
    var controllers = new ArrayList<KubeObject>();
    var seen = new HashSet<ObjectKey>(Set.of(object.key()));
    ObjectKey top = owner;
    while (true) {
      Optional<KubeObject> read = snapshot.find(top);
      if (read.isEmpty()) {
        return new Chain(top, controllers, unread(top.kind()));
      }
      controllers.add(read.get());
      Optional<ObjectKey> next = controller(read.get());
      if (!seen.add(read.get().key()) || next.isEmpty()) {
        return new Chain(top, controllers, "");
      }
      top = next.get();
    }
  }

  private String unread(Kind kind) {
    boolean hides = LINKS.contains(kind) && !snapshot.coverage().complete(kind);
    return hides ? kind + ": " + snapshot.coverage().of(kind).reason() : "";
  }

  /** An owner is taken to live in its dependent's namespace; a Node owns nothing in this sense. */
  private static Optional<ObjectKey> controller(KubeObject object) {
    for (Map<String, Object> reference : Documents.maps(object.metadata(), REFERENCES)) {
      if (Documents.flag(reference, "controller")) {
        ObjectKey key = key(reference, object.key().namespace());
        if (!key.kind().equals(NODE) && !key.name().isEmpty()) {
          return Optional.of(key);
        }
      }
    }
    return Optional.empty();
  }

  private static ObjectKey key(Map<String, Object> reference, String namespace) {
    Kind kind = Kind.of(Documents.text(reference, "apiVersion"), Documents.text(reference, "kind"));
    return new ObjectKey(kind, namespace, Documents.text(reference, "name"));
  }

  /** A static pod is named {@code component-node}: the component survives the node. */
  private static ObjectKey componentKey(KubeObject object) {
    if (!object.key().kind().equals(POD) || !mirror(object)) {
      return object.key();
    }
    String name = object.key().name();
    String suffix = "-" + Documents.text(Documents.map(object.document(), "spec"), "nodeName");
    boolean named = suffix.length() > 1 && name.endsWith(suffix) && name.length() > suffix.length();
    return named
        ? new ObjectKey(
            object.key().kind(),
            object.key().namespace(),
            name.substring(0, name.length() - suffix.length()))
        : object.key();
  }

  private static boolean mirror(KubeObject object) {
    return object.annotations().containsKey(MIRROR)
        || Documents.maps(object.metadata(), REFERENCES).stream()
            .anyMatch(reference -> key(reference, "").kind().equals(NODE));
  }
}
