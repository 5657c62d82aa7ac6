package dev.plumbline.inventory.fact.admission;

import static dev.plumbline.inventory.fact.admission.Engines.kyverno;
import static dev.plumbline.inventory.fact.admission.Engines.namespace;
import static dev.plumbline.inventory.fact.admission.Engines.ruled;
import static dev.plumbline.inventory.fact.admission.Engines.shop;
import static dev.plumbline.inventory.fact.admission.Engines.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Variables, loops and images in rules of Kyverno. */
class KyvernoVariablesTests {

  private static final String SHOP =
      namespace("shop", "team: a") + webhook("kyverno-resource-validating-webhook-cfg", "");
  private static final String ALL =
      "request.object.spec.[containers, initContainers, ephemeralContainers][]";

  @Test
  void variablesAreValuesExpressionsOrDefaultsAndStandInPatternsToo() {
    String context =
        "context: [{name: allowed, variable: {value: {hosts: [registry.shop.example, ghcr.io]}}},"
            + " {name: first, variable: {jmesPath: 'allowed.hosts[0]'}}, {name: second, variable:"
            + " {value: '{{ allowed }}', jmesPath: hosts, default: none}}, {name: third, variable:"
            + " {jmesPath: allowed.none, default: none}}], match:";
    for (String image : List.of("{{ first }}/*", "*", "{{ second[0] }}/* | {{ third }}/*")) {
      String pattern = ruled("foreach: [{list: '" + ALL + "', pattern: {image: '" + image + "'}}]");
      var admission = shop(SHOP + kyverno("x", pattern.replace("match:", context)));
      assertThat(admission.stops().contains("registries"))
          .as(image + admission.policies())
          .isEqualTo(!image.equals("*"));
    }
    assertThat(
            stops(
                "pattern: {metadata: {namespace: '{{ request.namespace }}'}, spec:"
                    + " {=(hostPID): '{{ request.object.spec.hostIPC || `false` }}'}}"))
        .containsExactly();
    assertThat(stops("pattern: {spec: {=(hostNetwork): '{{ `false` }}'}}"))
        .containsExactly("hostNetwork");
  }

  @Test
  void aVariableSeesWhatWasThereBeforeIt() {
    String again =
        "context: [{name: wanted, variable: {value: fal}}, {name: wanted, variable: {value: '{{"
            + " wanted }}se'}}], match:";
    String pattern = ruled("pattern: {spec: {=(hostNetwork): '{{ wanted }}'}}");
    assertThat(shop(SHOP + kyverno("x", pattern.replace("match:", again))).stops())
        .containsExactly("hostNetwork");
    String itself =
        "context: [{name: wanted, variable: {value: '{{ wanted }}{{ later }}'}}, {name: later,"
            + " variable: {value: x}}], match:";
    assertThat(
            shop(SHOP + kyverno("x", pattern.replace("match:", itself)))
                .policies()
                .getFirst()
                .why())
        .isEqualTo("cannot tell wanted: there is no wanted");
  }

  @Test
  void loopsNestAndNameTheirElements() {
    String nested =
        "foreach: [{list: '"
            + ALL
            + "', foreach: [{list: 'element.ports || `[]`', deny:"
            + " {conditions: {any: [{key: '{{ element.hostPort || `0` }}', operator: GreaterThan,"
            + " value: '{{ %s.none || `0` }}'}]}}}]}]";
    assertThat(stops(nested.formatted("element0"))).containsExactly("hostPorts");
    assertThat(stops(nested.formatted("element1"))).containsExactly("hostPorts");
    String deeper = ruled(nested.replace("%s.none || `0`", "element2"));
    assertThat(shop(SHOP + kyverno("x", deeper)).maybe()).containsExactly("hostPorts");
    String second =
        "foreach: [{list: 'request.object.spec.containers', preconditions: {all: [{key: '{{"
            + " elementIndex }}', operator: %s, value: 0}]}, pattern: {=(securityContext):"
            + " {=(privileged): false}}}]";
    assertThat(shop(SHOP + kyverno("x", ruled(second.formatted("GreaterThan")))).partly())
        .extracting(Partly::refused)
        .containsExactly(List.of("containers"));
    assertThat(shop(SHOP + kyverno("x", ruled(second.formatted("Equals")))).partly()).isEmpty();
    String named = second.replace("elementIndex", "elementIndex0").formatted("GreaterThan");
    assertThat(shop(SHOP + kyverno("x", ruled(named))).partly())
        .extracting(Partly::control)
        .containsExactly("privileged");
  }

  @Test
  void loopsMayLookAtTheWholePod() {
    String whole =
        "foreach: [{list: 'request.object.spec.containers', elementScope: %s, pattern: {spec:"
            + " {=(hostNetwork): false}}}]";
    assertThat(stops(whole.formatted("false"))).containsExactly("hostNetwork");
    assertThat(stops(whole.formatted("true"))).isEmpty();
    String names =
        "foreach: [{list: 'request.object.spec.containers[].name', elementScope: true, pattern: {a:"
            + " b}}]";
    assertThat(shop(SHOP + kyverno("x", ruled(names))).policies().getFirst().why())
        .isEqualTo("takes for a map what is none");
  }

  /** Kyverno passes over elements whose preconditions fail. */
  @Test
  void elementsWhosePreconditionsFailArePassedOver() {
    String failing =
        "foreach: [{list: '"
            + ALL
            + "', preconditions: {all: [{key: '{{ element.%s }}', operator:"
            + " NotEquals, value: x}]}, pattern: {=(securityContext): {=(privileged): false}}}]";
    assertThat(stops(failing.formatted("name"))).containsExactly("privileged");
    assertThat(stops(failing.formatted("none"))).isEmpty();
  }

  @Test
  void imagesAreTakenApart() {
    String parts =
        "deny: {conditions: {any: [{key: '{{ images.[containers, initContainers,"
            + " ephemeralContainers][].*.%s[] }}', operator: AnyNotIn, value: %s}]}}";
    assertThat(stops(parts.formatted("registry", "[registry.shop.example]")))
        .containsExactly("registries");
    assertThat(stops(parts.formatted("registry", "['*.*']"))).isEmpty();
    String each =
        "foreach: [{list: '"
            + ALL
            + "', deny: {conditions: {any: [{key: '{{ images.* | [*].\"{{ element.name }}\".%s }}',"
            + " operator: %s}]}}}]";
    assertThat(stops(each.formatted("digest | length(@)", "Equals, value: 0")))
        .containsExactly("digests", "tags");
    assertThat(stops(each.formatted("tag", "AnyNotIn, value: ['1.*']"))).contains("tags");
    assertThat(stops(each.formatted("path", "AnyIn, value: ['stranger/*']"))).isEmpty();
    String extracted =
        ruled(parts.formatted("path", "[image]"))
            .replace("match:", "imageExtractors: {A: []}, match:");
    assertThat(shop(SHOP + kyverno("x", extracted)).maybe()).containsExactly("registries");
  }

  /** What only some users may do is refused to nobody for sure. */
  @Test
  void whoAsksIsAPersonOrAController() {
    String denied =
        "deny: {conditions: {all: [{key: '{{ %s }}', operator: %s, value: %s}, {key: '{{"
            + " request.object.spec.hostNetwork || `false` }}', operator: Equals, value: true}]}}";
    assertThat(stops(denied.formatted("serviceAccountName", "NotEquals", "replicaset-controller")))
        .isEmpty();
    assertThat(stops(denied.formatted("serviceAccountNamespace", "NotEquals", "elsewhere")))
        .containsExactly("hostNetwork");
    assertThat(stops(denied.formatted("request.userInfo.groups", "AllNotIn", "['system:serv*']")))
        .isEmpty();
    String roles = ruled(denied.formatted("request.clusterRoles || `[]`", "AllNotIn", "[admin]"));
    assertThat(shop(SHOP + kyverno("x", roles)).policies().getFirst().why())
        .isEqualTo("asks for the roles of who asks");
  }

  /** Later rules of a policy are handed numbers that Kyverno's expressions do not compare. */
  @Test
  void numbersAreComparedInTheFirstRuleOnly() {
    String counted =
        "{name: r%s, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {failureAction:"
            + " Enforce, deny: {conditions: {any: [{key: '{{ %s }}', operator: Equals, value:"
            + " true}]}}}}";
    String some = "length(" + ALL + ".ports[] | [?hostPort > `0`]) > `0`";
    String any = "length(" + ALL + ".ports[].hostPort) > `0`";
    String rules = "rules: [" + counted + ", " + counted + "]";
    assertThat(shop(SHOP + kyverno("x", rules.formatted(1, some, 2, any))).stops())
        .containsExactly("hostPorts");
    var later = shop(SHOP + kyverno("x", rules.formatted(1, "`false`", 2, some)));
    assertThat(later.stops()).isEmpty();
    assertThat(later.maybe()).containsExactly("hostPorts");
  }

  @Test
  void muchWorkIsStopped() {
    String wide = "[@, @]".concat(" | [@, @]".repeat(60));
    for (String use :
        List.of(
            "deny: {conditions: {any: [{key: '{{ %s }}', operator: Equals, value: hostPath}]}}",
            "deny: {conditions: {any: [{key: '{{ %s }}', operator: AnyIn, value: [hostPath]}]}}",
            "deny: {conditions: {any: [{key: '{{ %1$s }}', operator: Equals, value: '{{ %1$s"
                + " }}'}]}}",
            "pattern: {spec: {hostPath: '{{ %s }}'}}",
            "pattern: {spec: {hostPath: 'a{{ %s }}'}}",
            "foreach: [{list: '%s', pattern: {hostPath: a}}]")) {
      String small = wide.replaceFirst("@, @", "request.operation, request.operation");
      var policy = shop(SHOP + kyverno("x", ruled(use.formatted(small)))).policies().getFirst();
      assertThat(policy.stops()).as(use).isEmpty();
    }
    var deep = new StringBuilder("context: [{name: v0, variable: {value: hostPath}}");
    for (int i = 0; i < 60; i++) {
      String next = "[".repeat(90) + "v" + i + "]".repeat(90);
      deep.append(", {name: v%d, variable: {jmesPath: '%s'}}".formatted(i + 1, next));
    }
    for (String use :
        List.of(
            "deny: {conditions: {any: [{key: '{{ v60 }}', operator: Equals, value: '{{ v60 }}'}]}}",
            "deny: {conditions: {any: [{key: '{{ v60 }}', operator: AnyIn, value: ['{{ v60"
                + " }}']}]}}",
            "deny: {conditions: {any: [{key: 'a{{ v60 }}', operator: Equals, value: a}]}}",
            "pattern: {spec: {containers: '{{ v60 }}', hostPath: a}}")) {
      String spec = ruled(use).replace("match:", deep + "], match:");
      var policy = shop(SHOP + kyverno("x", spec)).policies().getFirst();
      assertThat(policy.stops()).as(use).isEmpty();
      assertThat(policy.why()).as(use).isEqualTo("nests deeper than is tried");
    }
    String loops = "{list: 'range', foreach: [".repeat(3) + "%s" + "]}".repeat(3);
    String never =
        "{list: 'range', deny: {conditions: {any: [{key: a, operator: Equals, value: b}]}}}";
    String range =
        "context: [{name: range, variable: {value: [" + "1, ".repeat(99) + "1]}}], match:";
    String spec = ruled("foreach: [" + loops.formatted(never) + "]").replace("match:", range);
    assertThat(shop(SHOP + kyverno("x", spec)).policies().getFirst().why())
        .isEqualTo("takes more steps than one policy is given");
  }

  @Test
  void whatRefusesAContainerForSomethingElseShowsNothing() {
    String probes =
        "foreach: [{list: 'request.object.spec.containers', pattern: {name: '!other'}}]";
    assertThat(shop(SHOP + kyverno("x", ruled(probes))).partly()).isEmpty();
    String names =
        "foreach: [{list: 'request.object.spec.containers[].ports[]', pattern: {name: '?*'}}]";
    assertThat(shop(SHOP + kyverno("x", ruled(names))).partly()).isEmpty();
  }

  private static List<String> stops(String validate) {
    var admission = shop(SHOP + kyverno("own", ruled(validate)));
    assertThat(admission.maybe()).as(admission.policies().toString()).isEmpty();
    return admission.stops();
  }
}
