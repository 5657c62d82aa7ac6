package dev.plumbline.web.pages.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.fact.admission.Admission;
import dev.plumbline.inventory.fact.admission.NamespaceAdmission;
import dev.plumbline.web.pages.Fact;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AdmissionPartTests {

  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      """;

  private static String policy(String name, String expression, String match) {
    return """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    metadata: {name: %1$s}
    spec:
      matchConstraints:
        resourceRules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
      validations: [{expression: "%2$s"}]
    ---
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    metadata: {name: %1$s}
    spec: {policyName: %1$s, validationActions: [Deny], matchResources: {%3$s}}
    ---
    """
        .formatted(name, expression, match);
  }

  @Test
  void whatIsStoppedInPartOrNotUnderstoodIsSaidSo() {
    String containers =
        "object.spec.containers.all(c, !c.?securityContext.?privileged.orValue(false))";
    String yaml =
        NAMESPACE
            + policy("half", containers, "")
            + policy("whole", "!object.spec.?hostNetwork.orValue(false)", "")
            + policy(
                "some",
                "!object.spec.?hostPID.orValue(false)",
                "objectSelector: {matchLabels: {app: probe}}")
            + policy("foreign", "ip(object.spec.x).isLoopback() || has(object.spec.hostIPC)", "");
    List<Fact> facts = AdmissionPart.of(shop(yaml));
    assertThat(facts)
        .extracting(Fact::label, Fact::value, Fact::note)
        .contains(
            line("Surely refused", "hostNetwork", ""),
            line("Refused in part", "privileged", "lets in initContainers, ephemeralContainers"),
            line("Refused in part", "hostNamespaces", "lets in hostPID, hostIPC"),
            line("Not understood", "hostNamespaces", ""),
            line("API server", "ValidatingAdmissionPolicy half", "refuses in part privileged"),
            line(
                "API server",
                "ValidatingAdmissionPolicy some",
                "refuses in part hostNamespaces, hostProcesses, only pods that its objectSelector"
                    + " selects"),
            line(
                "API server",
                "ValidatingAdmissionPolicy foreign",
                "refuses nothing known, not understood: uses isLoopback()"));
  }

  @Test
  void longListsOfWhatIsLetInAreCut() {
    String add =
        "object.spec.containers.all(c, !('SYS_ADMIN' in"
            + " c.?securityContext.?capabilities.?add.orValue([])))";
    assertThat(AdmissionPart.of(shop(NAMESPACE + policy("one", add, ""))))
        .filteredOn(fact -> fact.value().equals("capabilities_baseline"))
        .extracting(Fact::note)
        .singleElement()
        .asString()
        .startsWith("lets in containers: ALL added, ")
        .endsWith(" more");
  }

  private static org.assertj.core.groups.Tuple line(String... words) {
    return org.assertj.core.groups.Tuple.tuple((Object[]) words);
  }

  private static NamespaceAdmission shop(String yaml) {
    return Objects.requireNonNull(
        Admission.of(Manifests.snapshot(yaml, Kind.core("Pod"))).get("shop"));
  }
}
