package dev.plumbline.inventory.fact.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RbacTests {

  private static final Identity WEB = Identity.serviceAccount("shop", "web");

  @Test
  void aVerbWildcardAllowsWhatIsInventedLater() {
    var rbac = bound("ClusterRole", "rules: [{apiGroups: [''], resources: [pods], verbs: ['*']}]");
    assertThat(rbac.can(WEB, Access.of("invented", "", "pods"), "shop")).isTrue();
    assertThat(rbac.can(WEB, Access.of("invented", "", "secrets"), "shop")).isFalse();
    assertThat(rbac.can(WEB, Access.of("get", "apps", "pods"), "shop")).isFalse();
  }

  @Test
  void aResourceDoesNotIncludeItsSubresources() {
    var rbac =
        bound("ClusterRole", "rules: [{apiGroups: [''], resources: [pods], verbs: [create]}]");
    assertThat(rbac.can(WEB, Access.of("create", "", "pods"), "")).isTrue();
    assertThat(rbac.can(WEB, Access.of("create", "", "pods/exec"), "")).isFalse();
  }

  @Test
  void aWildcardBeforeASubresourceMeansThatSubresourceOfEveryResource() {
    var rbac =
        bound("ClusterRole", "rules: [{apiGroups: ['*'], resources: ['*/scale'], verbs: [get]}]");
    assertThat(rbac.can(WEB, Access.of("get", "apps", "deployments/scale"), "")).isTrue();
    assertThat(rbac.can(WEB, Access.of("get", "apps", "deployments"), "")).isFalse();
    assertThat(rbac.can(WEB, Access.of("get", "apps", "deployments/status"), "")).isFalse();
  }

  @Test
  void aRuleForNamedObjectsDoesNotAllowARequestWithoutAName() {
    var rbac =
        bound(
            "ClusterRole",
            "rules: [{apiGroups: [''], resources: [secrets], resourceNames: [tls], verbs: [get]}]");
    assertThat(rbac.can(WEB, new Access("get", "", "secrets", "", "tls"), "shop")).isTrue();
    assertThat(rbac.can(WEB, new Access("get", "", "secrets", "", "other"), "shop")).isFalse();
    assertThat(rbac.can(WEB, Access.of("get", "", "secrets"), "shop")).isFalse();
  }

  @Test
  void aRoleBindingGrantsInItsNamespaceOnly() {
    var rbac = bound("Role", "rules: [{apiGroups: [''], resources: [secrets], verbs: [list]}]");
    assertThat(rbac.can(WEB, Access.of("list", "", "secrets"), "shop")).isTrue();
    assertThat(rbac.can(WEB, Access.of("list", "", "secrets"), "bank")).isFalse();
    assertThat(rbac.can(WEB, Access.of("list", "", "secrets"), "")).isFalse();
  }

  @Test
  void aServiceAccountWithoutNamespaceIsThatOfTheBinding() {
    var rbac = bound("Role", "rules: [{apiGroups: [''], resources: [secrets], verbs: [list]}]");
    assertThat(rbac.bindings().getFirst().subjects().getFirst().namespace()).isEqualTo("shop");
  }

  @Test
  void aBindingToAMissingRoleGrantsNothingAndSaysSo() {
    var rbac =
        Rbac.of(
            Recorded.manifests(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: early, namespace: shop}
                roleRef: {kind: Role, name: not-yet}
                subjects: [{kind: ServiceAccount, name: web}]
                """));
    assertThat(rbac.bindings().getFirst().roleFound()).isFalse();
    assertThat(rbac.can(WEB, Access.of("list", "", "secrets"), "shop")).isFalse();
  }

  @Test
  void groupsOfAServiceAccountCount() {
    var rbac =
        Rbac.of(
            Recorded.manifests(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: reader}
                rules: [{apiGroups: [''], resources: [secrets], verbs: [list]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: all-of-shop}
                roleRef: {kind: ClusterRole, name: reader}
                subjects: [{kind: Group, name: 'system:serviceaccounts:shop'}]
                """));
    assertThat(rbac.can(WEB, Access.of("list", "", "secrets"), "")).isTrue();
    assertThat(
            rbac.can(Identity.serviceAccount("bank", "web"), Access.of("list", "", "secrets"), ""))
        .isFalse();
  }

  @Test
  void anUnfilledAggregatedRoleHasTheRulesItsSelectorsChoose() {
    var rbac =
        Rbac.of(
            Recorded.manifests(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: all, labels: {part: "yes"}}
                aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: "yes"}}]}
                rules: []
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: chosen, labels: {part: "yes"}}
                rules: [{apiGroups: [''], resources: [secrets], verbs: [list]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: other, labels: {part: "no"}}
                rules: [{apiGroups: [''], resources: [nodes], verbs: [list]}]
                """));
    assertThat(rbac.roles().getFirst().rules())
        .extracting(Rule::resources)
        .containsExactly(List.of("secrets"));
  }

  @Test
  void aLabelAloneDoesNotMakeAGrantPartOfKubernetes() {
    var rbac =
        Rbac.of(
            Recorded.manifests(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: cluster-admin, labels: {kubernetes.io/bootstrapping: rbac-defaults}}
                roleRef: {kind: ClusterRole, name: cluster-admin}
                subjects:
                  - {kind: Group, name: 'system:masters'}
                  - {kind: User, name: mallory}
                  - {kind: ServiceAccount, name: web, namespace: shop}
                  - {kind: Group, name: 'system:authenticated'}
                """));
    assertThat(rbac.bindings().getFirst().subjects())
        .extracting(Subject::shipped)
        .containsExactly(true, false, false, false);
  }

  @Test
  void aGrantToEverybodyIsShippedOnlyUnderItsOwnNameAndRole() {
    assertThat(everybody("system:discovery", "system:discovery")).isTrue();
    assertThat(everybody("system:discovery", "cluster-admin")).isFalse();
    assertThat(everybody("discovery", "system:discovery")).isFalse();
  }

  @Test
  void aSystemNameDoesNotHideASystemGroupThatWasMadeAdministrator() {
    assertThat(shipped("system:nodes", "system:x", "system:nodes")).isTrue();
    assertThat(shipped("system:nodes", "cluster-admin", "system:nodes")).isFalse();
    assertThat(shipped("system:x", "edit", "system:nodes")).isFalse();
    assertThat(shipped("cluster-admin", "cluster-admin", "system:masters")).isTrue();
    assertThat(shipped("kubeadm:cluster-admins", "cluster-admin", "kubeadm:cluster-admins"))
        .isTrue();
    assertThat(shipped("eks:x", "eks:x", "aks-mallory")).isFalse();
  }

  private static boolean everybody(String binding, String role) {
    return shipped(binding, role, "system:authenticated");
  }

  private static boolean shipped(String binding, String role, String group) {
    return Rbac.of(
            Recorded.manifests(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: '%s', labels: {kubernetes.io/bootstrapping: rbac-defaults}}
                roleRef: {kind: ClusterRole, name: '%s'}
                subjects: [{kind: Group, name: '%s'}]
                """
                    .formatted(binding, role, group)))
        .bindings()
        .getFirst()
        .subjects()
        .getFirst()
        .shipped();
  }

  private static Rbac bound(String kind, String rules) {
    String namespace = kind.equals("Role") ? ", namespace: shop" : "";
    return Rbac.of(
        Recorded.manifests(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: %1$s
            metadata: {name: r%2$s}
            %3$s
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: %1$sBinding
            metadata: {name: b%2$s}
            roleRef: {kind: %1$s, name: r}
            subjects: [{kind: ServiceAccount, name: web%4$s}]
            """
                .formatted(
                    kind, namespace, rules, kind.equals("Role") ? "" : ", namespace: shop")));
  }
}
