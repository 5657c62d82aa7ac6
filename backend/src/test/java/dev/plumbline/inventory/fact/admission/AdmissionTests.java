package dev.plumbline.inventory.fact.admission;

import static dev.plumbline.inventory.fact.admission.Engines.constraint;
import static dev.plumbline.inventory.fact.admission.Engines.kyverno;
import static dev.plumbline.inventory.fact.admission.Engines.namespace;
import static dev.plumbline.inventory.fact.admission.Engines.object;
import static dev.plumbline.inventory.fact.admission.Engines.shop;
import static dev.plumbline.inventory.fact.admission.Engines.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.fact.Answer;
import org.junit.jupiter.api.Test;

class AdmissionTests {

  private static final String SHOP = namespace("shop", "team: a");
  private static final String GATEKEEPER =
      webhook("gatekeeper-validating-webhook-configuration", "");
  private static final String KYVERNO = webhook("kyverno-resource-validating-webhook-cfg", "");
  private static final String PODS = "match: {any: [{resources: {kinds: [Pod]}}]}";
  private static final String STANDARD =
      "rules: [{name: r, "
          + PODS
          + ", validate: {failureAction: Enforce, podSecurity: {level: baseline}}}]";

  @Test
  void levelsAreReadFromLabels() {
    var levels =
        shop(namespace(
                "shop",
                "pod-security.kubernetes.io/enforce: baseline,"
                    + " pod-security.kubernetes.io/enforce-version: v1.30,"
                    + " pod-security.kubernetes.io/warn: typo"))
            .podSecurity();
    assertThat(levels.enforce()).isEqualTo(Answer.of("baseline"));
    assertThat(levels.enforceVersion()).isEqualTo("v1.30");
    assertThat(levels.warn()).isEqualTo(Answer.of("restricted"));
    assertThat(levels.audit()).isEqualTo(Answer.of("privileged"));
    assertThat(levels.auditVersion()).isEqualTo("latest");
  }

  @Test
  void anEnforcedLevelStopsItsControls() {
    var baseline = shop(namespace("shop", "pod-security.kubernetes.io/enforce: baseline"));
    assertThat(baseline.stops())
        .contains("privileged", "hostNamespaces")
        .doesNotContain("runAsNonRoot");
    var restricted = shop(namespace("shop", "pod-security.kubernetes.io/enforce: restricted"));
    assertThat(restricted.stops()).contains("privileged", "runAsNonRoot");
    assertThat(shop(namespace("shop", "pod-security.kubernetes.io/warn: restricted")).stops())
        .isEmpty();
  }

  @Test
  void theApiServersCommandLineMayHideTheDefaultOrSwitchItOff() {
    String server =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: kube-apiserver-n, namespace: kube-system, labels: {component: kube-apiserver}}
        spec: {containers: [{name: a, command: [kube-apiserver, %s]}]}
        ---
        """;
    String file = server.formatted("--admission-control-config-file=/etc/a.yaml");
    assertThat(shop(SHOP + file).podSecurity().enforce()).isInstanceOf(Answer.Unknown.class);
    String off = server.formatted("'--disable-admission-plugins=A,PodSecurity'");
    String labelled = namespace("shop", "pod-security.kubernetes.io/enforce: baseline");
    assertThat(shop(labelled + off).stops()).isEmpty();
  }

  @Test
  void aPolicyOfAnEngineHoldsOnlyWhereItsWebhookIsAsked() {
    String privileged = constraint("K8sPSPPrivilegedContainer", "");
    assertThat(shop(SHOP + privileged).policies()).isEmpty();
    assertThat(shop(SHOP + privileged + GATEKEEPER).stops()).containsExactly("privileged");
    String elsewhere =
        webhook(
            "gatekeeper-x",
            "namespaceSelector: {matchExpressions: [{key: team, operator: DoesNotExist}]}");
    assertThat(shop(SHOP + privileged + elsewhere).policies()).isEmpty();
    String open = webhook("gatekeeper-x", "failurePolicy: Ignore");
    assertThat(shop(SHOP + privileged + open).policies())
        .extracting(InForce::failsOpen)
        .containsExactly(true);
  }

  @Test
  void constraintsThatWarnStopNothing() {
    String dry = constraint("K8sPSPPrivilegedContainer", "enforcementAction: dryrun");
    assertThat(shop(SHOP + GATEKEEPER + dry).stops()).isEmpty();
    assertThat(shop(SHOP + GATEKEEPER + dry).policies()).hasSize(1);
    String scoped =
        constraint(
            "K8sPSPPrivilegedContainer",
            "enforcementAction: scoped, scopedEnforcementActions: [{action: deny}]");
    assertThat(shop(SHOP + GATEKEEPER + scoped).stops()).containsExactly("privileged");
  }

  @Test
  void parametersThatLetPodsThroughMakeItUnsure() {
    String[] loose = {
      constraint("K8sPSPPrivilegedContainer", "parameters: {exemptImages: [x]}"),
      constraint("K8sPSPHostFilesystem", "parameters: {allowedHostPaths: [{pathPrefix: /}]}"),
      constraint("K8sPSPHostNetworkingPorts", "parameters: {hostNetwork: true, max: 9000}"),
      constraint("K8sPSPSeccomp", "parameters: {allowedProfiles: ['*']}"),
      constraint("K8sPSPForbiddenSysctls", ""),
      constraint("K8sPSPAllowedUsers", "parameters: {runAsUser: {rule: RunAsAny}}"),
    };
    for (String one : loose) {
      assertThat(shop(SHOP + GATEKEEPER + one).stops()).as(one).isEmpty();
      assertThat(shop(SHOP + GATEKEEPER + one).maybe()).as(one).isNotEmpty();
    }
  }

  @Test
  void expressionsOfATemplateDecideOverItsName() {
    String template =
        object(
            "templates.gatekeeper.sh/v1",
            "ConstraintTemplate",
            "k8spspprivilegedcontainer",
            "crd: {spec: {names: {kind: K8sPSPPrivilegedContainer}}}, targets: [{target: t, code:"
                + " [{engine: K8sNativeValidation, source: {variables: [{name: spared, expression:"
                + " 'variables.params.?spared.orValue([])'}], validations: [{expression:"
                + " '(%s).all(c, c.name in variables.spared ||"
                + " !c.?securityContext.?privileged.orValue(false))'}]}}, {engine: Rego, source:"
                + " {rego: x}}]}]");
    String constraint = constraint("K8sPSPPrivilegedContainer", "%s");
    String all =
        "variables.anyObject.spec.containers + object.spec.?initContainers.orValue([]) +"
            + " object.spec.?ephemeralContainers.orValue([])";
    String whole = SHOP + GATEKEEPER + template.formatted(all) + constraint;
    assertThat(shop(whole.formatted("")).stops()).containsExactly("privileged");
    assertThat(shop(whole.formatted("parameters: {spared: [other]}")).stops()).isEmpty();
    String half = SHOP + GATEKEEPER + template.formatted("object.spec.containers") + constraint;
    assertThat(shop(half.formatted("")).partly())
        .flatExtracting(Partly::admitted)
        .containsExactly("initContainers", "ephemeralContainers");
  }

  @Test
  void bothHalvesOfTheHostNamespacesMakeTheWhole() {
    String processes = constraint("K8sPSPHostNamespace", "");
    assertThat(shop(SHOP + GATEKEEPER + processes).stops()).containsExactly("hostProcesses");
    String network = constraint("K8sPSPHostNetworkingPorts", "");
    assertThat(shop(SHOP + GATEKEEPER + processes + network).stops()).contains("hostNamespaces");
  }

  @Test
  void kyvernosStandardRuleStopsItsLevelWithoutWhatItExcludes() {
    assertThat(shop(SHOP + KYVERNO + kyverno("p", STANDARD)).stops())
        .containsExactlyInAnyOrderElementsOf(Controls.BASELINE);
    String without =
        STANDARD.replace("baseline}", "baseline, exclude: [{controlName: Host Ports}]}");
    assertThat(shop(SHOP + KYVERNO + kyverno("p", without)).stops())
        .contains("privileged")
        .doesNotContain("hostPorts");
    String audits = STANDARD.replace("Enforce", "Audit");
    assertThat(shop(SHOP + KYVERNO + kyverno("p", audits)).stops()).isEmpty();
  }

  @Test
  void rulesAboutSomePodsOnlyAreUnsure() {
    String[] partial = {
      STANDARD.replace("kinds: [Pod]", "kinds: [Pod], selector: {matchLabels: {a: b}}"),
      STANDARD.replace(
          "name: r,",
          "name: r, preconditions: {all: [{key: '{{ request.object.metadata.name }}', operator:"
              + " Equals, value: x}]},"),
      STANDARD.replace(
          "name: r,",
          "name: r, exclude: {any: [{subjects: [{kind: User, name: u}]}, {resources: {names:"
              + " [x]}}]},"),
    };
    for (String one : partial) {
      assertThat(shop(SHOP + KYVERNO + kyverno("p", one)).stops()).as(one).isEmpty();
    }
    String exception =
        object(
            "kyverno.io/v2",
            "PolicyException",
            "e",
            "exceptions: [{policyName: p, ruleNames: ['*']}]");
    assertThat(shop(SHOP + KYVERNO + kyverno("p", STANDARD) + exception).stops()).isEmpty();
    assertThat(shop(SHOP + KYVERNO + kyverno("p", STANDARD) + exception).maybe())
        .contains("privileged");
  }

  @Test
  void kyvernosRulesHoldForTheNamespacesTheyName() {
    String[] elsewhere = {
      STANDARD.replace("kinds: [Pod]", "kinds: [Pod], namespaces: ['bank*']"),
      STANDARD.replace("kinds: [Pod]", "kinds: [Service]"),
      STANDARD.replace(
          "name: r,", "name: r, exclude: {any: [{resources: {namespaces: ['sh?p']}}]},"),
      "validationFailureActionOverrides: [{action: Audit, namespaces: [shop]}], " + STANDARD,
    };
    for (String one : elsewhere) {
      assertThat(shop(SHOP + KYVERNO + kyverno("p", one)).policies()).as(one).isEmpty();
    }
    assertThat(
            shop(SHOP
                    + KYVERNO
                    + kyverno("p", STANDARD.replace("[Pod]", "['*/Pod'], namespaces: ['s*']")))
                .stops())
        .isNotEmpty();
  }

  @Test
  void kyvernosImageRulesAreToldByWhatTheyVerify() {
    String verify = "rules: [{name: r, " + PODS + ", verifyImages: [{failureAction: Enforce%s}]}]";
    assertThat(shop(SHOP + KYVERNO + kyverno("v", verify.formatted(""))).stops())
        .containsExactly("signatures");
    String attested = verify.formatted(", attestations: [{type: x}]");
    assertThat(shop(SHOP + KYVERNO + kyverno("v", attested)).stops())
        .containsExactly("attestations", "signatures");
  }

  @Test
  void policiesOfTheApiServerHoldByTheirBindings() {
    String policy =
        object(
            "admissionregistration.k8s.io/v1",
            "ValidatingAdmissionPolicy",
            "p",
            "matchConstraints: {resourceRules: [{resources: [pods]}]}, validations: [{expression:"
                + " '!object.spec.?hostNetwork.orValue(false)'}]");
    String binding =
        object(
            "admissionregistration.k8s.io/v1",
            "ValidatingAdmissionPolicyBinding",
            "b",
            "policyName: p, validationActions: [%s], matchResources: {namespaceSelector:"
                + " {matchLabels: {team: %s}}}");
    assertThat(shop(SHOP + policy).policies()).isEmpty();
    assertThat(shop(SHOP + policy + binding.formatted("Deny", "b")).policies()).isEmpty();
    var admission = shop(SHOP + policy + binding.formatted("Deny", "a"));
    assertThat(admission.stops()).containsExactly("hostNetwork");
    assertThat(admission.maybe()).isEmpty();
    assertThat(shop(SHOP + policy + binding.formatted("Warn", "a")).stops()).isEmpty();
  }

  @Test
  void otherEnginesAreReadAsFarAsTheyTell() {
    String kubewarden =
        object(
            "policies.kubewarden.io/v1",
            "ClusterAdmissionPolicy",
            "p",
            "module: 'registry://ghcr.io/kubewarden/policies/pod-privileged:v0.3.2', mode: %s");
    String asked =
        webhook("clusterwide-p", "")
            .replace("url: \"https://x.example\"", "service: {namespace: kubewarden, name: s}");
    assertThat(shop(SHOP + asked + kubewarden.formatted("protect")).stops())
        .containsExactly("privileged");
    assertThat(shop(SHOP + asked + kubewarden.formatted("monitor")).stops()).isEmpty();
    String images =
        object("policy.sigstore.dev/v1beta1", "ClusterImagePolicy", "p", "images: [{glob: '**'}]");
    String included =
        webhook(
            "policy.sigstore.dev",
            "namespaceSelector: {matchLabels: {policy.sigstore.dev/include: 'true'}}");
    assertThat(shop(SHOP + images + included).stops()).isEmpty();
    String labelled = namespace("shop", "policy.sigstore.dev/include: 'true'");
    assertThat(shop(labelled + images + included).stops()).containsExactly("signatures");
    assertThat(shop(SHOP + webhook("connaisseur-webhook", "")).stops())
        .containsExactly("signatures");
  }
}
