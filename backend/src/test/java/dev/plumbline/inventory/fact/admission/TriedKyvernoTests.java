package dev.plumbline.inventory.fact.admission;

import static dev.plumbline.inventory.fact.admission.Engines.kyverno;
import static dev.plumbline.inventory.fact.admission.Engines.namespace;
import static dev.plumbline.inventory.fact.admission.Engines.object;
import static dev.plumbline.inventory.fact.admission.Engines.shop;
import static dev.plumbline.inventory.fact.admission.Engines.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of Kyverno, tried on pods. */
class TriedKyvernoTests {

  private static final String SHOP =
      namespace("shop", "team: a") + webhook("kyverno-resource-validating-webhook-cfg", "");
  private static final String LISTS =
      "containers: [%s], =(initContainers): [%s], =(ephemeralContainers): [%s]";

  /** Patterns of every container are written once, behind {@code each}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          privileged;                 each {=(securityContext): {=(privileged): "false"}}
          allowPrivilegeEscalation;   each {securityContext: {allowPrivilegeEscalation: false}}
          procMount;                  each {=(securityContext): {=(procMount): Default}}
          seccompProfile_baseline;    =(securityContext): {=(seccompProfile): {=(type): "RuntimeDefault | Localhost"}}, each {=(securityContext): {=(seccompProfile): {=(type): "!Unconfined"}}}
          appArmorProfile;            =(securityContext): {=(appArmorProfile): {=(type): "!Unconfined"}}, each {=(securityContext): {=(appArmorProfile): {=(type): "RuntimeDefault | Localhost"}}}
          runAsUser;                  =(securityContext): {=(runAsUser): ">0"}, each {=(securityContext): {=(runAsUser): "1-65535"}}
          capabilities_baseline;      each {=(securityContext): {=(capabilities): {=(add): "NET_BIND_SERVICE | CHOWN"}}}
          seLinuxOptions;             =(securityContext): {X(seLinuxOptions): nothing}, each {=(securityContext): {X(seLinuxOptions): nothing}}
          windowsHostProcess;         =(securityContext): {=(windowsOptions): {=(hostProcess): false}}, each {=(securityContext): {=(windowsOptions): {=(hostProcess): false}}}
          hostPathVolumes;            =(volumes): [{X(hostPath): nothing}]
          hostNamespaces;             =(hostNetwork): false, =(hostIPC): "!true", =(hostPID): "false"
          hostPorts;                  containers: [{=(ports): [{=(hostPort): 0}]}], =(initContainers): [{=(ports): [{=(hostPort): "<=0"}]}]
          sysctls;                    =(securityContext): {=(sysctls): [{name: "net.ipv4.ping_group_range"}]}
          registries;                 each {image: "registry.shop.example/* | ghcr.io/shop/*"}
          tags;                       each {image: "*:* & !*:latest"}
          digests;                    each {image: "*@sha256:????????????????*"}
          """)
  void whatAPatternDemandsIsWhatTheRuleStops(String control, String spec) {
    var admission = shop(SHOP + kyverno("own", rule("pattern: {spec: {" + listed(spec) + "}}")));
    assertThat(admission.stops()).as(admission.partly().toString()).contains(control);
    assertThat(admission.maybe()).isEmpty();
  }

  @Test
  void oneOfSeveralPatternsIsEnough() {
    String any =
        "anyPattern: [{spec: {securityContext: {runAsNonRoot: true}, "
            + listed("each {=(securityContext): {=(runAsNonRoot): true}}")
            + "}}, {spec: {"
            + listed("each {securityContext: {runAsNonRoot: true}}")
            + "}}]";
    assertThat(shop(SHOP + kyverno("own", rule(any))).stops()).containsExactly("runAsNonRoot");
  }

  @Test
  void containersAddedLaterAreJudgedWhereTheWebhookIsAskedAboutThem() {
    String all =
        rule(
            "pattern: {spec: {"
                + listed("each {=(securityContext): {=(privileged): false}}")
                + "}}");
    String pods = SHOP.replace(", \"pods/ephemeralcontainers\"", "");
    assertThat(shop(SHOP + kyverno("own", all)).stops()).containsExactly("privileged");
    assertThat(shop(pods + kyverno("own", all)).partly())
        .flatExtracting(Partly::admitted)
        .containsExactly("ephemeralContainers");
  }

  @Test
  void aChangedCopyUnderAKnownNameIsNotBelieved() {
    String only = "pattern: {spec: {containers: [{=(securityContext): {=(privileged): false}}]}}";
    var admission = shop(SHOP + kyverno("disallow-privileged-containers", rule(only)));
    assertThat(admission.stops()).isEmpty();
    assertThat(admission.partly())
        .containsExactly(
            new Partly(
                "privileged",
                List.of("containers"),
                List.of("initContainers", "ephemeralContainers"),
                ""));
    String nothing = "pattern: {spec: {=(containers): [{name: '*'}]}}";
    var empty = shop(SHOP + kyverno("disallow-privileged-containers", rule(nothing)));
    assertThat(empty.stops()).isEmpty();
    assertThat(empty.maybe()).isEmpty();
  }

  @Test
  void conditionsNarrowWhatARuleIsAbout() {
    String latest =
        "pattern: {spec: {containers: [{(image): '*:latest', imagePullPolicy: Always}]}}";
    assertThat(shop(SHOP + kyverno("own", rule(latest))).partly())
        .extracting(Partly::control)
        .containsExactly("tags");
    String global =
        "pattern: {spec: {<(hostPID): true, containers: [{securityContext: {privileged: false}}]}}";
    assertThat(shop(SHOP + kyverno("own", rule(global))).partly())
        .extracting(Partly::control)
        .doesNotContain("hostNamespaces");
    String exists = "pattern: {spec: {^(containers): [{image: 'stranger/*'}]}}";
    assertThat(shop(SHOP + kyverno("own", rule(exists))).stops()).isEmpty();
  }

  @Test
  void rulesThatOnlyAuditStopNothing() {
    String pattern = "pattern: {spec: {=(hostNetwork): false}}";
    assertThat(shop(SHOP + kyverno("own", rule(pattern).replace("Enforce", "Audit"))).stops())
        .isEmpty();
    assertThat(shop(SHOP + kyverno("own", rule(pattern))).stops()).containsExactly("hostNetwork");
  }

  @Test
  void rulesAboutSomePodsAreForThoseOnly() {
    String pattern = rule("pattern: {spec: {=(hostNetwork): false}}");
    String[] some = {
      pattern.replace("kinds: [Pod]", "kinds: [Pod], selector: {matchLabels: {a: b}}"),
      pattern.replace("resources: {", "subjects: [{kind: User, name: u}], resources: {"),
      pattern.replace(
          "name: r,", "name: r, exclude: {any: [{resources: {selector: {matchLabels: {a: b}}}}]},"),
      "webhookConfiguration: {matchConditions: [{name: c, expression: 'true'}]}, " + pattern,
    };
    for (String one : some) {
      var admission = shop(SHOP + kyverno("own", one));
      assertThat(admission.stops()).as(one).isEmpty();
      assertThat(admission.policies().getFirst().partly())
          .as(one)
          .isNotEmpty()
          .noneMatch(it -> it.where().isEmpty());
    }
    String[] none = {
      pattern.replace("name: r,", "name: r, exclude: {any: [{resources: {kinds: [Pod]}}]},"),
      pattern.replace("kinds: [Pod]", "kinds: [Pod/exec]"),
      pattern.replace("kinds: [Pod]", "kinds: [Pod], operations: [DELETE]"),
      "validationFailureActionOverrides: [{action: Audit, namespaceSelector: {}}], " + pattern,
      pattern.replace(
          "failureAction: Enforce",
          "failureAction: Enforce, failureActionOverrides: [{action: Audit, namespaces: ['s*']}]"),
      "admission: false, " + pattern,
    };
    for (String one : none) {
      assertThat(shop(SHOP + kyverno("own", one)).policies()).as(one).isEmpty();
    }
  }

  @Test
  void rulesAboutDeploymentsAreForTheirPodsOnly() {
    String deployments =
        rule("pattern: {spec: {template: {spec: {=(hostNetwork): false}}}}")
            .replace("kinds: [Pod]", "kinds: [apps/v1/Deployment]");
    var admission = shop(SHOP + kyverno("own", deployments));
    assertThat(admission.stops()).isEmpty();
    assertThat(admission.policies().getFirst().partly())
        .extracting(Partly::where)
        .containsOnly("pods that Deployments make");
  }

  @Test
  void preconditionsOnTheOperationAreUnderstood() {
    String asked =
        "preconditions: {any: [{key: \"{{ request.operation || 'BACKGROUND' }}\", operator: %s,"
            + " value: %s}]}, ";
    String pattern = rule("pattern: {spec: {=(hostNetwork): false}}");
    String created = pattern.replace("match:", asked.formatted("AnyIn", "[CREATE]") + "match:");
    assertThat(shop(SHOP + kyverno("own", created)).stops()).containsExactly("hostNetwork");
    String kept = pattern.replace("match:", asked.formatted("NotEquals", "DELETE") + "match:");
    assertThat(shop(SHOP + kyverno("own", kept)).stops()).containsExactly("hostNetwork");
    String deleted = pattern.replace("match:", asked.formatted("Equals", "DELETE") + "match:");
    assertThat(shop(SHOP + kyverno("own", deleted)).policies()).isEmpty();
    String other = pattern.replace("match:", asked.formatted("Matches", "x") + "match:");
    assertThat(shop(SHOP + kyverno("own", other)).maybe()).containsExactly("hostNamespaces");
  }

  @Test
  void whatIsNotRunSaysWhy() {
    String variables = rule("pattern: {spec: {=(hostNetwork): '{{ allowed }}'}}");
    var admission = shop(SHOP + kyverno("own", variables));
    assertThat(admission.maybe()).containsExactly("hostNamespaces");
    assertThat(admission.policies().getFirst().why())
        .isEqualTo("fails on some pods: there is no allowed");
    String manifests = rule("message: no hostPath, manifests: {attestors: []}");
    var signed = shop(SHOP + kyverno("own", manifests)).policies().getFirst();
    assertThat(signed.why()).isEqualTo("is written in a form that is not run here");
    assertThat(signed.about()).containsExactly("hostPathVolumes");
  }

  @Test
  void onlyTheFirstRuleIsSureWhereOneIsApplied() {
    String network = rule("pattern: {spec: {=(hostNetwork): false}}");
    String both =
        network.substring(0, network.length() - 1)
            + ", "
            + rule("pattern: {spec: {=(hostPID): false, =(hostIPC): false}}")
                .substring("rules: [".length());
    assertThat(shop(SHOP + kyverno("own", both)).stops()).containsExactly("hostNamespaces");
    var one = shop(SHOP + kyverno("own", "applyRules: One, " + both));
    assertThat(one.stops()).containsExactly("hostNetwork");
    assertThat(one.maybe()).containsExactly("hostNamespaces");
  }

  @Test
  void expressionsInRulesAreRun() {
    String cel =
        rule("cel: {variables: [{name: all, expression: 'object.spec.containers +"
                + " object.spec.?initContainers.orValue([]) +"
                + " object.spec.?ephemeralContainers.orValue([])'}], expressions: [{expression:"
                + " '!variables.all.exists(c, c.?securityContext.?privileged.orValue(false))'}]}")
            .replace("match:", "celPreconditions: [{name: p, expression: '%s'}], match:");
    assertThat(shop(SHOP + kyverno("own", cel.formatted("true"))).stops())
        .containsExactly("privileged");
    String elsewhere = cel.formatted("namespaceObject.metadata.name != \"shop\"");
    assertThat(shop(SHOP + kyverno("own", elsewhere)).policies()).isEmpty();
  }

  @Test
  void policiesOfTheNewerKindAreRun() {
    String policy =
        object(
            "policies.kyverno.io/v1alpha1",
            "ValidatingPolicy",
            "p",
            "validationActions: [%s], matchConstraints: {resourceRules: [{apiGroups: [''],"
                + " apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods]}]},"
                + " validations: [{expression: '%s'}]");
    String demand = "!object.spec.?hostNetwork.orValue(false)";
    assertThat(shop(SHOP + policy.formatted("Deny", demand)).stops())
        .containsExactly("hostNetwork");
    assertThat(shop(SHOP + policy.formatted("Audit", demand)).stops()).isEmpty();
    assertThat(
            shop(SHOP
                    + policy
                        .formatted("Deny", demand)
                        .replace("spec: {", "spec: {evaluation: {admission: {enabled: false}}, "))
                .policies())
        .isEmpty();
    var foreign = shop(SHOP + policy.formatted("Deny", "resource.Get(object.spec.hostPID)"));
    assertThat(foreign.maybe()).containsExactly("hostNamespaces");
    assertThat(foreign.policies().getFirst().why()).startsWith("uses ");
  }

  private static String rule(String validate) {
    return "rules: [{name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate:"
        + " {failureAction: Enforce, "
        + validate
        + "}}]";
  }

  /** The pattern behind {@code each}, in each list. */
  private static String listed(String spec) {
    int at = spec.indexOf("each ");
    if (at < 0) {
      return spec;
    }
    String each = spec.substring(at + "each ".length());
    return spec.substring(0, at) + LISTS.formatted(each, each, each);
  }
}
