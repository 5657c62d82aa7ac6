package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** ValidatingAdmissionPolicies that a binding puts in force. */
final class ApiServerPolicies {

  static final String ENGINE = "API server";
  private static final String GROUP = "admissionregistration.k8s.io";
  private static final Kind POLICY = new Kind(GROUP, "ValidatingAdmissionPolicy");
  private static final Kind BINDING = new Kind(GROUP, "ValidatingAdmissionPolicyBinding");
  static final List<Kind> KINDS = List.of(POLICY, BINDING);

  private ApiServerPolicies() {}

  static List<Policy> policies(Snapshot snapshot, Trying trying) {
    return snapshot.all(BINDING).stream()
        .flatMap(binding -> bound(binding, snapshot, trying))
        .toList();
  }

  private static Stream<Policy> bound(KubeObject binding, Snapshot snapshot, Trying trying) {
    Map<String, Object> spec = Documents.map(binding.document(), "spec");
    var key = new ObjectKey(POLICY, "", Documents.text(spec, "policyName"));
    return snapshot.find(key).stream()
        .map(policy -> Documents.map(policy.document(), "spec"))
        .filter(policy -> matches(policy, spec).allMatch(Asked::usual))
        .flatMap(policy ->
            Asked.form(matches(policy, spec).toList()).stream()
                .map(form -> policy(key.name(), spec, policy, form, snapshot, trying)));
  }

  /** Both must be met: what the policy says of requests, and what its binding does. */
  private static Stream<Map<String, Object>> matches(
      Map<String, Object> policy, Map<String, Object> binding) {
    return Stream.of(
        Documents.map(policy, "matchConstraints"), Documents.map(binding, "matchResources"));
  }

  private static Policy policy(
      String name,
      Map<String, Object> binding,
      Map<String, Object> policy,
      Form form,
      Snapshot snapshot,
      Trying trying) {
    boolean denies = Documents.texts(binding, "validationActions").contains("Deny");
    List<Map<String, Object>> selectors =
        matches(policy, binding).map(match -> Documents.map(match, "namespaceSelector")).toList();
    return new Policy(
        ENGINE,
        "ValidatingAdmissionPolicy " + name,
        denies,
        judgement(policy, binding, form, snapshot, trying),
        Stream.concat(Stream.of(form.only()), matches(policy, binding).map(Asked::only))
            .filter(only -> !only.isEmpty())
            .distinct()
            .collect(Collectors.joining(" and ")),
        new Scope(List.of(), List.of(), selectors));
  }

  private static Judgement judgement(
      Map<String, Object> policy,
      Map<String, Object> binding,
      Form form,
      Snapshot snapshot,
      Trying trying) {
    try {
      boolean failsClosed = !Documents.text(policy, "failurePolicy").equals("Ignore");
      return new CelJudgement(
          CelPolicy.of(policy, failsClosed),
          form,
          trying,
          Params.of(policy, binding, snapshot),
          matches(policy, binding).allMatch(Asked::later));
    } catch (NotUnderstood e) {
      List<String> about = Expressions.words(Expressions.text(policy));
      return Judgement.everywhere(Tried.notUnderstood(about, e.why()));
    }
  }
}
