package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** ValidatingAdmissionPolicies that a binding puts in force. */
final class ApiServerPolicies {

  static final String ENGINE = "API server";
  private static final String GROUP = "admissionregistration.k8s.io";
  private static final Kind POLICY = new Kind(GROUP, "ValidatingAdmissionPolicy");
  private static final Kind BINDING = new Kind(GROUP, "ValidatingAdmissionPolicyBinding");
  static final List<Kind> KINDS = List.of(POLICY, BINDING);

  private ApiServerPolicies() {}

  static List<Policy> policies(Snapshot snapshot) {
    return snapshot.all(BINDING).stream().flatMap(binding -> bound(binding, snapshot)).toList();
  }

  private static Stream<Policy> bound(KubeObject binding, Snapshot snapshot) {
    Map<String, Object> spec = Documents.map(binding.document(), "spec");
    var key = new ObjectKey(POLICY, "", Documents.text(spec, "policyName"));
    return snapshot.find(key).stream()
        .map(policy -> Documents.map(policy.document(), "spec"))
        .filter(policy -> Expressions.aboutPods(Documents.map(policy, "matchConstraints")))
        .map(policy -> policy(key.name(), spec, policy));
  }

  private static Policy policy(
      String name, Map<String, Object> binding, Map<String, Object> policy) {
    return new Policy(
        ENGINE,
        "ValidatingAdmissionPolicy " + name,
        Documents.texts(binding, "validationActions").contains("Deny"),
        List.of(),
        Expressions.about(policy),
        new Scope(
            List.of(),
            List.of(),
            List.of(
                Documents.map(Documents.map(policy, "matchConstraints"), "namespaceSelector"),
                Documents.map(Documents.map(binding, "matchResources"), "namespaceSelector"))));
  }
}
