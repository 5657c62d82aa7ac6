package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Resolves bindings to the rules they grant and the subjects they name. */
final class Bindings {

  private static final String GROUP = "rbac.authorization.k8s.io";
  static final Kind CLUSTER_ROLE_BINDING = new Kind(GROUP, "ClusterRoleBinding");
  static final Kind ROLE_BINDING = new Kind(GROUP, "RoleBinding");
  private static final Kind SERVICE_ACCOUNT = Kind.core("ServiceAccount");

  private Bindings() {}

  static List<Binding> of(Snapshot snapshot, Roles roles) {
    return Stream.of(CLUSTER_ROLE_BINDING, ROLE_BINDING)
        .flatMap(kind -> snapshot.all(kind).stream())
        .map(binding -> resolve(binding, roles, snapshot))
        .toList();
  }

  private static Binding resolve(KubeObject binding, Roles roles, Snapshot snapshot) {
    Map<String, Object> reference = Documents.map(binding.document(), "roleRef");
    String kind = Documents.text(reference, "kind");
    String name = Documents.text(reference, "name");
    var role = roles.find(roleKey(binding, kind, name));
    return new Binding(
        binding.key().kind().name(),
        binding.key().namespace(),
        binding.key().name(),
        kind,
        name,
        role.isPresent(),
        role.map(Role::rules).orElse(List.of()),
        Documents.maps(binding.document(), "subjects").stream()
            .map(subject -> subject(binding, name, subject, snapshot))
            .toList());
  }

  private static ObjectKey roleKey(KubeObject binding, String kind, String name) {
    return kind.equals("ClusterRole")
        ? new ObjectKey(Roles.CLUSTER_ROLE, "", name)
        : new ObjectKey(Roles.ROLE, binding.key().namespace(), name);
  }

  private static Subject subject(
      KubeObject binding, String roleName, Map<String, Object> document, Snapshot snapshot) {
    String kind = Documents.text(document, "kind");
    String own = Documents.text(document, "namespace");
    String namespace =
        !kind.equals("ServiceAccount") ? "" : own.isEmpty() ? binding.key().namespace() : own;
    var subject = new Subject(kind, namespace, Documents.text(document, "name"));
    return new Subject(
        kind,
        namespace,
        subject.name(),
        Shipped.subject(binding, roleName, subject),
        found(subject, snapshot));
  }

  private static Answer<Boolean> found(Subject subject, Snapshot snapshot) {
    var key = new ObjectKey(SERVICE_ACCOUNT, subject.namespace(), subject.name());
    if (!subject.kind().equals("ServiceAccount") || snapshot.find(key).isPresent()) {
      return Answer.of(true);
    }
    return snapshot.coverage().complete(SERVICE_ACCOUNT)
        ? Answer.of(false)
        : Answer.unread(SERVICE_ACCOUNT, snapshot.coverage());
  }
}
