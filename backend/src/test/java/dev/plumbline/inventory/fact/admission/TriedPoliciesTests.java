package dev.plumbline.inventory.fact.admission;

import static dev.plumbline.inventory.fact.admission.Engines.namespace;
import static dev.plumbline.inventory.fact.admission.Engines.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.admission.probe.Probes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ValidatingAdmissionPolicies, tried on pods. */
class TriedPoliciesTests {

  private static final String SHOP = namespace("shop", "team: a");
  private static final String LISTS =
      "object.spec.containers + object.spec.?initContainers.orValue([])"
          + " + object.spec.?ephemeralContainers.orValue([])";

  /** Expressions over {@code c}, a container, or over {@code s}, the pod's spec. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          privileged;                   variables.all.all(c, !c.?securityContext.?privileged.orValue(false))
          hostNamespaces;               !['hostPID','hostIPC','hostNetwork'].exists(f, object.spec[?f].orValue(false))
          hostPathVolumes;              !object.spec.?volumes.orValue([]).exists(v, has(v.hostPath))
          hostPorts;                    variables.all.all(c, c.?ports.orValue([]).all(p, p.?hostPort.orValue(0) == 0))
          allowPrivilegeEscalation;     variables.all.all(c, c.?securityContext.?allowPrivilegeEscalation == optional.of(false))
          capabilities_baseline;        variables.all.all(c, c.?securityContext.?capabilities.?add.orValue([]).all(x, x in ['CHOWN','KILL']))
          capabilities_restricted;      variables.all.all(c, 'ALL' in c.?securityContext.?capabilities.?drop.orValue([]) && c.?securityContext.?capabilities.?add.orValue([]).all(x, x == 'NET_BIND_SERVICE'))
          procMount;                    variables.all.all(c, c.?securityContext.?procMount.orValue('Default') == 'Default')
          sysctls;                      size(object.spec.?securityContext.?sysctls.orValue([])) == 0
          runAsUser;                    object.spec.?securityContext.?runAsUser.orValue(1) != 0 && variables.all.all(c, c.?securityContext.?runAsUser.orValue(1) != 0)
          runAsNonRoot;                 variables.all.all(c, c.?securityContext.?runAsNonRoot.orValue(object.spec.?securityContext.?runAsNonRoot.orValue(false)))
          seccompProfile_baseline;      object.spec.?securityContext.?seccompProfile.?type.orValue('') != 'Unconfined' && variables.all.all(c, c.?securityContext.?seccompProfile.?type.orValue('') != 'Unconfined')
          seccompProfile_restricted;    object.spec.?securityContext.?seccompProfile.?type.orValue('') != 'Unconfined' && variables.all.all(c, c.?securityContext.?seccompProfile.?type.orValue(object.spec.?securityContext.?seccompProfile.?type.orValue('Unconfined')) != 'Unconfined')
          restrictedVolumes;            object.spec.?volumes.orValue([]).all(v, v.all(k, k in ['name','configMap','csi','downwardAPI','emptyDir','ephemeral','persistentVolumeClaim','projected','secret']))
          windowsHostProcess;           !object.spec.?securityContext.?windowsOptions.?hostProcess.orValue(false) && variables.all.all(c, !c.?securityContext.?windowsOptions.?hostProcess.orValue(false))
          seLinuxOptions;               !has(object.spec.securityContext.seLinuxOptions) && variables.all.all(c, !c.?securityContext.?seLinuxOptions.hasValue())
          appArmorProfile;              object.spec.?securityContext.?appArmorProfile.?type.orValue('') != 'Unconfined' && variables.all.all(c, c.?securityContext.?appArmorProfile.?type.orValue('') != 'Unconfined')
          hostProbesAndHostLifecycle;   variables.all.all(c, ['livenessProbe','readinessProbe','startupProbe'].all(p, !c[?p].?httpGet.?host.hasValue() && !c[?p].?tcpSocket.?host.hasValue()) && ['postStart','preStop'].all(h, !c.?lifecycle[?h].?httpGet.?host.hasValue()))
          registries;                   variables.all.all(c, c.image.startsWith('registry.shop.example/'))
          tags;                         variables.all.all(c, c.image.contains('@') || (c.image.matches(':[^/]+$') && !c.image.endsWith(':latest')))
          digests;                      variables.all.all(c, c.image.matches('@sha256:[a-f0-9]{64}$'))
          """)
  void whatAnExpressionDemandsIsWhatThePolicyStops(String control, String expression) {
    var admission = shop(SHOP + policy("", expression) + binding("Deny", ""));
    assertThat(admission.stops()).as(admission.partly().toString()).contains(control);
    assertThat(admission.maybe()).isEmpty();
  }

  @Test
  void policiesThatDoNotRefuseStopNothing() {
    String policy = policy("", "!object.spec.?hostPID.orValue(false)");
    assertThat(shop(SHOP + policy + binding("Audit, Warn", "")).stops()).isEmpty();
    assertThat(
            shop(SHOP + policy + binding("Deny", "namespaceSelector: {matchLabels: {team: b}}"))
                .policies())
        .isEmpty();
    assertThat(shop(SHOP + policy + binding("Deny", "")).partly())
        .extracting(Partly::control)
        .containsExactly("hostNamespaces", "hostProcesses");
  }

  @Test
  void aPolicyThatRefusesEverythingShowsNothing() {
    assertThat(shop(SHOP + policy("", "false") + binding("Deny", "")).stops()).isEmpty();
    String labelled = "has(object.metadata.labels.owner)";
    assertThat(shop(SHOP + policy("", labelled) + binding("Deny", "")).stops()).isEmpty();
    String both = labelled + "'}, {expression: '!object.spec.?hostNetwork.orValue(false)";
    assertThat(shop(SHOP + policy("", both) + binding("Deny", "")).stops())
        .containsExactly("hostNetwork");
  }

  @Test
  void aListThatIsForgottenIsLetIn() {
    String all = "object.spec.containers.all(c, !c.?securityContext.?privileged.orValue(false))";
    var admission = shop(SHOP + policy("", all) + binding("Deny", ""));
    assertThat(admission.stops()).isEmpty();
    assertThat(admission.partly())
        .contains(
            new Partly(
                "privileged",
                List.of("containers"),
                List.of("initContainers", "ephemeralContainers"),
                ""));
    assertThat(admission.refuses("privileged")).isEqualTo(Answer.of(false));
    assertThat(admission.refusesNewPods("privileged")).isFalse();
  }

  @Test
  void containersAddedLaterAreAnotherRequest() {
    String all = "variables.all.all(c, !c.?securityContext.?privileged.orValue(false))";
    String pods = policy("", all).replace("pods, pods/ephemeralcontainers", "pods");
    var admission = shop(SHOP + pods + binding("Deny", ""));
    assertThat(admission.partly())
        .extracting(Partly::control, Partly::admitted)
        .contains(
            org.assertj.core.groups.Tuple.tuple("privileged", List.of("ephemeralContainers")));
    assertThat(admission.stops()).isEmpty();
    assertThat(admission.refuses("privileged")).isEqualTo(Answer.of(true));
  }

  @Test
  void policiesStopTogetherWhatEachStopsInPart() {
    String one = "object.spec.containers.all(c, !c.?securityContext.?privileged.orValue(false))";
    String other =
        "(object.spec.?initContainers.orValue([]) + object.spec.?ephemeralContainers.orValue([]))"
            + ".all(c, !c.?securityContext.?privileged.orValue(false))";
    String two =
        (policy("", other) + binding("Deny", ""))
            .replace("name: p}", "name: q}")
            .replace("policyName: p", "policyName: q")
            .replace("name: b}", "name: c}");
    assertThat(shop(SHOP + policy("", one) + binding("Deny", "") + two).stops())
        .contains("privileged");
  }

  @Test
  void conditionsLeaveOut() {
    String demand = "!object.spec.?hostNetwork.orValue(false)";
    String[] elsewhere = {
      "object.metadata.namespace != 'shop'",
      "request.namespace.startsWith('kube-')",
      "namespaceObject.metadata.labels[?'team'].orValue('') == 'b'",
    };
    for (String condition : elsewhere) {
      assertThat(shop(SHOP + policy(condition, demand) + binding("Deny", "")).policies())
          .as(condition)
          .isEmpty();
    }
    String[] here = {
      "request.userInfo.username != 'system:admin'",
      "namespaceObject.metadata.name == 'shop' && request.operation in ['CREATE', 'UPDATE']",
    };
    for (String condition : here) {
      assertThat(shop(SHOP + policy(condition, demand) + binding("Deny", "")).stops())
          .as(condition)
          .containsExactly("hostNetwork");
    }
    String controllers = "!('system:serviceaccounts:kube-system' in request.userInfo.groups)";
    assertThat(shop(SHOP + policy(controllers, demand) + binding("Deny", "")).stops()).isEmpty();
    var chosen =
        shop(SHOP + policy("!has(object.metadata.annotations)", demand) + binding("Deny", ""));
    assertThat(chosen.stops()).isEmpty();
    assertThat(chosen.policies().getFirst().partly())
        .contains(
            new Partly(
                "hostNetwork",
                List.of("hostNetwork"),
                List.of(),
                "pods that its conditions select"));
  }

  @Test
  void selectorsOfPodsAreForThosePodsOnly() {
    String policy = policy("", "!object.spec.?hostNetwork.orValue(false)");
    String skipped =
        binding(
            "Deny", "objectSelector: {matchExpressions: [{key: skip, operator: DoesNotExist}]}");
    var admission = shop(SHOP + policy + skipped);
    assertThat(admission.stops()).isEmpty();
    assertThat(admission.policies().getFirst().partly())
        .extracting(Partly::where)
        .contains("pods that its objectSelector selects");
    String other = binding("Deny", "objectSelector: {matchLabels: {tier: web}}");
    assertThat(shop(SHOP + policy + other).policies()).isEmpty();
  }

  @Test
  void errorsRefuseUnlessTheFailurePolicySaysOtherwise() {
    String strict = "variables.all.all(c, c.securityContext.allowPrivilegeEscalation == false)";
    assertThat(shop(SHOP + policy("", strict) + binding("Deny", "")).stops())
        .contains("allowPrivilegeEscalation");
    String open = policy("", strict).replace("failurePolicy: Fail", "failurePolicy: Ignore");
    assertThat(shop(SHOP + open + binding("Deny", "")).partly())
        .filteredOn(one -> one.control().equals("allowPrivilegeEscalation"))
        .flatExtracting(Partly::admitted)
        .containsExactly(
            "containers: absent", "initContainers: absent", "ephemeralContainers: absent");
  }

  @Test
  void whatCannotBeRunIsAboutFieldsAndSaysWhy() {
    var admission =
        shop(
            SHOP
                + policy("", "authorizer.x() || !object.spec.?hostPID.orValue(false)")
                + binding("Deny", ""));
    assertThat(admission.stops()).isEmpty();
    assertThat(admission.maybe()).containsExactly("hostNamespaces");
    assertThat(admission.refuses("hostNamespaces"))
        .isEqualTo(
            Answer.unknown(
                "ValidatingAdmissionPolicy p is about hostNamespaces, but not fully understood:"
                    + " uses authorizer.x()"));
    String broken = policy("", "!object.spec.(hostPID");
    assertThat(shop(SHOP + broken + binding("Deny", "")).policies())
        .extracting(InForce::why)
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("cannot be parsed");
  }

  @Test
  void runawayPoliciesAreGivenUp() {
    String loops =
        IntStream.range(0, 8)
            .mapToObj(i -> "[0,1,2,3,4,5,6,7,8,9].all(n" + i + ", ")
            .collect(Collectors.joining());
    String slow = loops + "!object.spec.?hostPID.orValue(false)" + ")".repeat(8);
    var admission = shop(SHOP + policy("", slow) + binding("Deny", ""));
    assertThat(admission.maybe()).containsExactly("hostNamespaces");
    assertThat(admission.policies())
        .extracting(InForce::why)
        .containsExactly("takes more steps than one policy is given");
  }

  @Test
  void policiesAboutDeploymentsAreForTheirPodsOnly() {
    String demand =
        "!object.spec.template.spec.?hostNetwork.orValue(false) && request.kind.kind =="
            + " \'Deployment\'";
    String policy =
        policy("", demand)
            .replace("apiGroups: ['']", "apiGroups: [apps]")
            .replace("resources: [pods, pods/ephemeralcontainers]", "resources: [deployments]");
    var admission = shop(SHOP + policy + binding("Deny", ""));
    assertThat(admission.stops()).isEmpty();
    assertThat(admission.policies().getFirst().partly())
        .contains(
            new Partly(
                "hostNetwork", List.of("hostNetwork"), List.of(), "pods that Deployments make"));
    String services = policy.replace("resources: [deployments]", "resources: [daemonsets]");
    assertThat(shop(SHOP + services + binding("Deny", "")).policies()).isEmpty();
  }

  @Test
  void allowedRegistriesAreFoundInTheTextOrTheParameters() {
    String long_ =
        "[object.spec.a.b, object.spec.c.d, object.spec.e.f, object.spec.g.h, object.spec.i.j,"
            + " object.spec.k.l, object.spec.m.n, object.spec.o.p, object.spec.q.r,"
            + " object.spec.s.t].size() == 0 || variables.all.all(c,"
            + " c.image.startsWith('registry.shop.example/'))";
    String allowed = long_.replaceAll("object\\.spec\\.([a-z])\\.([a-z])", "object.?spec.?$1.?$2");
    assertThat(shop(SHOP + policy("", allowed) + binding("Deny", "")).stops())
        .containsExactly("registries");
    String given =
        policy("", "variables.all.all(c, params.spec.registries.exists(r, c.image.startsWith(r)))")
            .replace(
                "failurePolicy",
                "paramKind: {apiVersion: acme.example/v1, kind: Rules}, failurePolicy");
    String rules =
        Engines.object("acme.example/v1", "Rules", "r", "registries: [registry.shop.example/]");
    String bound = binding("Deny", "}, paramRef: {name: r, parameterNotFoundAction: Deny");
    assertThat(shop(SHOP + given + bound + rules).stops()).containsExactly("registries");
  }

  @Test
  void parametersAreThoseOfTheBinding() {
    String rules =
        policy("", "!params.spec.forbidHost || !object.spec.?hostNetwork.orValue(false)")
            .replace(
                "failurePolicy",
                "paramKind: {apiVersion: acme.example/v1, kind: Rules}, failurePolicy");
    String reference = "}, paramRef: {name: strict, parameterNotFoundAction: Deny";
    String strict = Engines.object("acme.example/v1", "Rules", "strict", "forbidHost: true");
    String manifests = SHOP + rules + binding("Deny", reference);
    assertThat(shop(manifests + strict).stops()).containsExactly("hostNetwork");
    assertThat(shop(manifests + strict.replace("true", "false")).stops()).isEmpty();
    assertThat(shop(manifests).policies())
        .extracting(InForce::why)
        .containsExactly("its parameters are of kind acme.example/Rules, which is not read");
    String config = manifests.replace("acme.example/v1, kind: Rules", "v1, kind: ConfigMap");
    assertThat(shop(config).maybe()).containsExactly("hostNamespaces");
    var absent =
        Admission.of(Manifests.snapshot(manifests, new Kind("acme.example", "Rules"))).get("shop");
    assertThat(Objects.requireNonNull(absent).stops()).isEmpty();
  }

  @Test
  void thousandsOfNamespacesAreTriedAsOftenAsTheyDiffer() {
    String hostless = " || !object.spec.?hostNetwork.orValue(false)";
    var byLabel =
        thousands("namespaceObject.metadata.labels[?'team'].orValue('') != 'a'" + hostless);
    assertThat(Objects.requireNonNull(byLabel.get("n2998")).stops()).containsExactly("hostNetwork");
    assertThat(Objects.requireNonNull(byLabel.get("n2999")).stops()).isEmpty();
    assertThat(Objects.requireNonNull(byLabel.get("n2999")).maybe()).isEmpty();
    var byName = thousands("object.metadata.namespace == 'n7'" + hostless);
    assertThat(Objects.requireNonNull(byName.get("n1")).stops()).containsExactly("hostNetwork");
    assertThat(Objects.requireNonNull(byName.get("n999")).policies())
        .extracting(InForce::why)
        .containsExactly("differs by more namespaces than are tried");
  }

  private static Map<String, NamespaceAdmission> thousands(String expression) {
    var yaml = new StringBuilder(policy("request.namespace != 'kube-system'", expression));
    yaml.append(binding("Deny", ""));
    for (int i = 0; i < 3000; i++) {
      yaml.append(namespace("n" + i, "team: " + (i % 2 == 0 ? "a" : "b") + ", index: '" + i + "'"));
    }
    return Admission.of(Manifests.snapshot(yaml.toString()));
  }

  @Test
  void everyControlOfTheStandardIsTried() {
    assertThat(Controls.RESTRICTED).allSatisfy(it -> assertThat(Probes.names(it)).isNotEmpty());
  }

  private static String policy(String condition, String expression) {
    String conditions =
        condition.isEmpty()
            ? ""
            : "matchConditions: [{name: c, expression: \"" + condition + "\"}], ";
    return Engines.object(
        "admissionregistration.k8s.io/v1",
        "ValidatingAdmissionPolicy",
        "p",
        conditions
            + "failurePolicy: Fail, matchConstraints: {resourceRules: [{apiGroups: [''],"
            + " apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods,"
            + " pods/ephemeralcontainers]}]}, variables: [{name: all, expression: '"
            + LISTS
            + "'}], validations: [{expression: '"
            + expression.replace("'", "''").replace("''}, {expression: ''", "'}, {expression: '")
            + "'}]");
  }

  private static String binding(String actions, String match) {
    return Engines.object(
        "admissionregistration.k8s.io/v1",
        "ValidatingAdmissionPolicyBinding",
        "b",
        "policyName: p, validationActions: [" + actions + "], matchResources: {" + match + "}");
  }
}
