package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.SelectorIndex;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.mesh.Linkerd.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Linkerd's AuthorizationPolicies and ServerAuthorizations, by the Servers they open. */
final class LinkerdGrants {

  static final Kind POLICY = new Kind(Linkerd.GROUP, "AuthorizationPolicy");
  static final Kind AUTHORIZATION = new Kind(Linkerd.GROUP, "ServerAuthorization");
  private static final String WHOLE = "Namespace";

  private final Map<String, List<Grant>> byServer = new HashMap<>();
  private final SelectorIndex<Grant> byLabels = new SelectorIndex<>();

  /**
   * @param unauthenticated whether clients without the mesh's identity are let in
   */
  private record Grant(String name, boolean unauthenticated) {}

  LinkerdGrants(Snapshot snapshot) {
    snapshot.all(POLICY).forEach(this::policy);
    snapshot.all(AUTHORIZATION).forEach(this::authorization);
  }

  private void policy(KubeObject object) {
    Map<String, Object> spec = Documents.map(object.document(), "spec");
    Map<String, Object> target = Documents.map(spec, "targetRef");
    String kind = Documents.text(target, "kind");
    boolean mutual =
        Documents.maps(spec, "requiredAuthenticationRefs").stream()
            .map(reference -> Documents.text(reference, "kind"))
            .anyMatch(k -> k.equals("MeshTLSAuthentication") || k.equals("ServiceAccount"));
    String name = kind.equals(WHOLE) ? "*" : kind.equals("Server") ? name(target) : "";
    add(object, name, new Grant("AuthorizationPolicy " + shown(object), !mutual));
  }

  private void authorization(KubeObject object) {
    Map<String, Object> spec = Documents.map(object.document(), "spec");
    Map<String, Object> server = Documents.map(spec, "server");
    Map<String, Object> client = Documents.map(spec, "client");
    boolean open =
        Documents.flag(client, "unauthenticated") || Documents.map(client, "meshTLS").isEmpty();
    var grant = new Grant("ServerAuthorization " + shown(object), open);
    if (server.containsKey("selector")) {
      byLabels.add(object.key().namespace(), Documents.map(server, "selector"), grant);
    } else {
      add(object, name(server), grant);
    }
  }

  private void add(KubeObject object, String server, Grant grant) {
    byServer
        .computeIfAbsent(object.key().namespace() + "/" + server, name -> new ArrayList<>())
        .add(grant);
  }

  private static String name(Map<String, Object> reference) {
    return Documents.text(reference, "name");
  }

  private static String shown(KubeObject object) {
    return object.key().namespace() + "/" + object.key().name();
  }

  boolean unauthenticated(Server server) {
    return of(server).anyMatch(Grant::unauthenticated);
  }

  List<String> names(Server server) {
    return of(server).map(Grant::name).toList();
  }

  private Stream<Grant> of(Server server) {
    Stream<Grant> named =
        Stream.of(server.name(), "*")
            .flatMap(
                name -> byServer.getOrDefault(server.namespace() + "/" + name, List.of()).stream());
    return Stream.concat(named, byLabels.selecting(server.namespace(), server.labels()).stream());
  }
}
