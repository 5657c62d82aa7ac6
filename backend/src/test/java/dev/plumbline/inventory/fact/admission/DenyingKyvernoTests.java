package dev.plumbline.inventory.fact.admission;

import static dev.plumbline.inventory.fact.admission.Engines.kyverno;
import static dev.plumbline.inventory.fact.admission.Engines.namespace;
import static dev.plumbline.inventory.fact.admission.Engines.ruled;
import static dev.plumbline.inventory.fact.admission.Engines.shop;
import static dev.plumbline.inventory.fact.admission.Engines.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Manifests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of Kyverno that deny by conditions or look at one element after the other. */
class DenyingKyvernoTests {

  private static final String SHOP =
      namespace("shop", "team: a") + webhook("kyverno-resource-validating-webhook-cfg", "");
  private static final String ALL =
      "request.object.spec.[containers, initContainers, ephemeralContainers][]";
  private static final String CREATED =
      "preconditions: {all: [{key: '{{ request.operation }}', operator: Equals, value: CREATE}]}, ";
  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry(
              "added",
              "deny: {conditions: {all: [{key: '{{ ALL.securityContext.capabilities.add[] }}',"
                  + " operator: AnyNotIn, value: [CHOWN, NET_BIND_SERVICE]}]}}"),
          Map.entry(
              "dropped",
              "foreach: [{list: 'ALL', deny: {conditions: {any: [{key: ALL, operator: AnyNotIn,"
                  + " value: '{{ element.securityContext.capabilities.drop[] || `[]` }}'}, {key:"
                  + " '{{ element.securityContext.capabilities.add || `[]` | length(@) }}',"
                  + " operator: GreaterThan, value: 0}]}}}]"),
          Map.entry(
              "ports",
              "deny: {conditions: {any: [{key: '{{ ALL.ports[].hostPort }}', operator: AnyNotIn,"
                  + " value: 5000-6000}]}}"),
          Map.entry(
              "volumes",
              "deny: {conditions: {all: [{key: '{{ request.object.spec.volumes[].keys(@)[] }}',"
                  + " operator: AnyNotIn, value: [name, projected, emptyDir, secret,"
                  + " configMap]}]}}"),
          Map.entry(
              "host",
              "deny: {conditions: {any: [{key: '{{ request.object.spec.hostPID || `false` }}',"
                  + " operator: Equals, value: true}, {key: '{{ request.object.spec.hostIPC ||"
                  + " `false` }}', operator: NotEquals, value: false}, {key: true, operator: AnyIn,"
                  + " value: ['{{ request.object.spec.hostNetwork || `false` }}']}]}}"),
          Map.entry(
              "privileged",
              "foreach: [{list: 'ALL', pattern: {=(securityContext): {=(privileged): false}}}]"),
          Map.entry(
              "processes",
              "foreach: [{list: '[request.object.spec, ALL][]', deny: {conditions: [{key: '{{"
                  + " element.securityContext.windowsOptions.hostProcess || `false` }}', operator:"
                  + " Equals, value: true}]}}]"),
          Map.entry(
              "latest",
              "foreach: [{list: 'ALL', context: [{name: name, variable: {jmesPath: \"split("
                  + "element.image, '/')[-1]\"}}, {name: tag, variable: {jmesPath: \"split(name,"
                  + " ':')[1]\", default: latest}}], deny: {conditions: {all: [{key: '{{ tag }}',"
                  + " operator: Equals, value: latest}]}}}]"));

  @ParameterizedTest
  @CsvSource({
    "added, capabilities_baseline",
    "dropped, capabilities_restricted",
    "ports, hostPorts",
    "volumes, restrictedVolumes",
    "host, hostNamespaces",
    "privileged, privileged",
    "processes, windowsHostProcess",
    "latest, tags",
  })
  void whatIsDeniedIsWhatTheRuleStops(String rule, String control) {
    var admission = shop(SHOP + kyverno("own", rule(rule)));
    assertThat(admission.stops()).as(admission.policies().toString()).contains(control);
    assertThat(admission.maybe()).isEmpty();
  }

  /** What stands for {@code what}, changed to {@code to}, in a rule that is good without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          added;      AnyNotIn;            AllIn
          added;      AnyNotIn;            AnyIn
          added;      value: [CHOWN;       value: ['*', CHOWN
          added;      .add[];              .drop[]
          added;      ', initContainers';  ''
          added;      all: [;              'all: [{key: a, operator: Equals, value: b}, '
          dropped;    AnyNotIn;            AnyIn
          dropped;    GreaterThan;         LessThan
          dropped;    key: ALL;            key: NET_RAW
          dropped;    .drop[] || `[]`;     .drop[] || `["ALL"]`
          ports;      5000-6000;           80-40000
          ports;      AnyNotIn;            AllIn
          ports;      .hostPort;           .containerPort
          volumes;    [name;               [nfs, name
          volumes;    AnyNotIn;            AllNotIn
          host;       value: true;         value: 'true'
          host;       NotEquals;           Equals
          host;       `false` }}']};       `false` }}', true]}
          privileged; =(privileged);       =(privilegd)
          privileged; list: 'ALL;          list: 'request.object.spec.containers[]
          privileged; list: 'ALL;          list: 'request.object.spec.contaners[]
          processes;  '[request.object.spec, ALL][]'; 'ALL'
          latest;     default: latest;     default: none
          latest;     [-1];                [0]
          latest;     Equals;              NotEquals
          """)
  void aChangedCopyIsNotBelieved(String rule, String what, String to) {
    String good = rule(rule);
    String changed = good.replace(resolved(what), resolved(to));
    assertThat(changed).isNotEqualTo(good);
    var before = shop(SHOP + kyverno("own", good));
    var after = shop(SHOP + kyverno("own", changed));
    assertThat(after.stops().containsAll(before.stops())).as(changed + after.stops()).isFalse();
  }

  @Test
  void aNameIsNotBelieved() {
    String nothing = "deny: {conditions: {all: [{key: a, operator: Equals, value: b}]}}";
    for (String name : List.of("disallow-capabilities", "restrict-volume-types")) {
      var admission = shop(SHOP + kyverno(name, ruled(nothing)));
      assertThat(admission.stops()).isEmpty();
      assertThat(admission.maybe()).isEmpty();
      assertThat(admission.policies()).hasSize(1);
    }
    assertThat(shop(SHOP + kyverno("x", ruled("deny: {}"))).stops()).isEmpty();
  }

  @Test
  void whatIsExcludedOrElsewhereIsNotJudged() {
    String good = rule("host");
    String spared = "name: r, exclude: {any: [{resources: {namespaces: [%s]}}]}";
    assertThat(shop(SHOP + kyverno("x", good.replace("name: r", spared.formatted("shop")))).stops())
        .isEmpty();
    assertThat(shop(SHOP + kyverno("x", good.replace("name: r", spared.formatted("bank")))).stops())
        .containsExactly("hostNamespaces");
    String users = "name: r, exclude: {any: [{subjects: [{kind: Group, name: admins}]}]}";
    var some = shop(SHOP + kyverno("x", good.replace("name: r", users)));
    assertThat(some.stops()).isEmpty();
    assertThat(some.policies().getFirst().partly())
        .extracting(Partly::where)
        .containsOnly("pods that it does not exclude");
  }

  @Test
  void conditionsMayAskForTheOperationAndTheNamespace() {
    String asked =
        "deny: {conditions: {all: [{key: \"{{ request.operation || 'BACKGROUND' }}\", operator:"
            + " AnyIn, value: [%s]}, {key: '{{ request.namespace }}', operator: NotEquals, value:"
            + " '%s'}, {key: '{{ request.object.spec.hostNetwork || `false` }}', operator: Equals,"
            + " value: true}]}}";
    assertThat(stops(asked.formatted("CREATE, UPDATE", "kube-*"))).containsExactly("hostNetwork");
    assertThat(stops(asked.formatted("DELETE", "kube-*"))).isEmpty();
    assertThat(stops(asked.formatted("CREATE", "shop"))).isEmpty();
    String created = rule("privileged").replace("match:", CREATED + "match:");
    assertThat(shop(SHOP + kyverno("x", created)).partly())
        .containsExactly(
            new Partly(
                "privileged",
                List.of("containers", "initContainers"),
                List.of("ephemeralContainers"),
                ""));
    String both =
        SHOP + namespace("bank", "") + kyverno("x", ruled(asked.formatted("CREATE", "b*")));
    var all = Admission.of(Manifests.snapshot(both));
    assertThat(Objects.requireNonNull(all.get("shop")).stops()).containsExactly("hostNetwork");
    assertThat(Objects.requireNonNull(all.get("bank")).stops()).isEmpty();
  }

  @Test
  void preconditionsOnPodsMakeItARuleForSomePods() {
    String good = rule("host");
    String chosen =
        "preconditions: {all: [{key: '{{ request.object.metadata.labels.app || `\"none\"` }}',"
            + " operator: Equals, value: probe}]}, match:";
    var admission = shop(SHOP + kyverno("x", good.replace("match:", chosen)));
    assertThat(admission.stops()).isEmpty();
    assertThat(admission.policies().getFirst().partly())
        .extracting(Partly::where)
        .contains("pods that its preconditions select");
    String nested =
        "preconditions: {all: [{key: '{{ request.object.metadata.labels.{a: app}.a }}', operator:"
            + " Equals, value: probe}]}, match:";
    assertThat(shop(SHOP + kyverno("x", good.replace("match:", nested))).stops()).isEmpty();
    String elsewhere =
        "preconditions: {any: [{key: '{{ request.namespace }}', operator: Equals, value: bank}]},"
            + " match:";
    assertThat(shop(SHOP + kyverno("x", good.replace("match:", elsewhere))).policies()).isEmpty();
    assertThat(
            shop(SHOP + kyverno("x", good.replace("match:", elsewhere.replace("bank", "shop"))))
                .stops())
        .containsExactly("hostNamespaces");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {{ request.object.spec.hostNetwork }};            fails on some pods: there is no hostNetwork
          {{ request.object.spec.hostNetwork | f(@) }};     fails on some pods: there is no function f
          {{ request.object.spec.hostNetwork || }};         fails on some pods: no expression: request.object.spec.hostNetwork ||
          {{ to_upper(request.object.spec.hostNetwork) }};  fails on some pods: to_upper needs a text as argument 1
          {{ time_now() == request.object.spec.hostNetwork }}; uses the function time_now
          {{ told.hostNetwork }};                           reads a ConfigMap for told
          {{ asked.hostNetwork }};                          asks the API server or a service for asked
          {{ empty.hostNetwork || `false` }};               cannot tell empty: there is no none
          {{ @.hostNetwork }};                              fails on some pods: there is no hostNetwork
          {{ hostNetwork(@) }};                             fails on some pods: there is no function hostNetwork
          {{ keys(@) == 'hostNetwork' }};                   asks for everything at once
          {{ @ }}hostNetwork;                               uses the variable {{ @ }}
          $(./../hostNetwork);                              uses references: $(./../hostNetwork)
          """)
  void whatFailsOrIsNotKnownIsNotUnderstood(String key, String why) {
    String context =
        "context: [{name: told, configMap: {name: c, namespace: n}}, {name: asked, apiCall:"
            + " {urlPath: /a}}, {name: empty, variable: {jmesPath: request.object.spec.none}}],"
            + " match:";
    String denied =
        ruled(
                "deny: {conditions: {any: [{key: '%s', operator: Equals, value: true}]}}"
                    .formatted(key.replace("'", "''")))
            .replace("match:", context);
    var admission = shop(SHOP + kyverno("x", denied));
    assertThat(admission.stops()).isEmpty();
    assertThat(admission.maybe()).containsExactly("hostNamespaces");
    assertThat(admission.policies().getFirst().why()).isEqualTo(why);
  }

  @Test
  void whatIsDeclaredButNeverNamedDoesNotMatter() {
    String declared = "context: [{name: told, configMap: {name: c, namespace: n}}], match:";
    assertThat(shop(SHOP + kyverno("x", rule("host").replace("match:", declared))).stops())
        .containsExactly("hostNamespaces");
  }

  private static List<String> stops(String validate) {
    var admission = shop(SHOP + kyverno("own", ruled(validate)));
    assertThat(admission.maybe()).as(admission.policies().toString()).isEmpty();
    return admission.stops();
  }

  private static String rule(String name) {
    return ruled(resolved(Objects.requireNonNull(RULES.get(name))));
  }

  private static String resolved(String text) {
    return text.replace("{{ ALL", "{{ " + ALL)
        .replace("'ALL", "'" + ALL)
        .replace(", ALL]", ", " + ALL + "]");
  }
}
