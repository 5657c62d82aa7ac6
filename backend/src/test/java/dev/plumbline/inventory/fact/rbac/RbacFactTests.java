package dev.plumbline.inventory.fact.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import java.util.List;
import org.junit.jupiter.api.Test;

class RbacFactTests {

  private static final String GROUP = "rbac.authorization.k8s.io";

  private static final String CLUSTER =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: reader}
      rules: [{apiGroups: [''], resources: [secrets], verbs: [list]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: pods-of-shop}
      roleRef: {kind: ClusterRole, name: reader}
      subjects: [{kind: Group, name: 'system:serviceaccounts:shop'}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: web-reads, namespace: shop}
      roleRef: {kind: ClusterRole, name: reader}
      subjects: [{kind: ServiceAccount, name: web}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec: {serviceAccountName: web}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: plain, namespace: shop}
      spec: {}
      """;

  private final Snapshot snapshot = Recorded.manifests(CLUSTER);
  private final RbacFact fact = new RbacFact();

  @Test
  void aWorkloadHasTheRightsOfItsAccountAndOfItsGroups() {
    var web = workload("web").identity();
    assertThat(web.held()).extracting(AccountFields.Held::name).containsExactly("web-reads");
    assertThat(web.everywhere().any(List.of("list"), "", "secrets")).isTrue();
    assertThat(web.everywhere().any(List.of("get"), "", "secrets")).isFalse();
  }

  @Test
  void aPodThatNamesNoAccountRunsAsDefault() {
    assertThat(workload("plain").identity().name()).isEqualTo("default");
    assertThat(workload("plain").identity().held()).isEmpty();
  }

  @Test
  void aBindingSaysWhereItGrants() {
    var key = new ObjectKey(new Kind(GROUP, "RoleBinding"), "shop", "web-reads");
    var fields = (BindingFields) fields("RoleBinding", key);
    assertThat(fields.where()).isEqualTo("in namespace shop");
    assertThat(fields.outsiders())
        .extracting(Subject::label)
        .containsExactly("ServiceAccount shop/web");
  }

  @Test
  void whatIsGrantedForNamedObjectsOnlyIsNotGrantedAtLarge() {
    var named =
        new Rule(List.of(""), List.of("secrets"), List.of("tls"), List.of("get"), List.of());
    assertThat(new Grants(List.of(named)).any(List.of("get"), "", "secrets")).isFalse();
    assertThat(named.grants("get", "", "secrets")).isTrue();
  }

  private WorkloadFields workload(String name) {
    return (WorkloadFields) fields("Workload", new ObjectKey(Kind.core("Pod"), "shop", name));
  }

  private Record fields(String subject, ObjectKey key) {
    return fact.compute(snapshot, Workloads.of(snapshot)).of(subject, key);
  }
}
