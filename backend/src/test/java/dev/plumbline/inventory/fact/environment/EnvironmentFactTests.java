package dev.plumbline.inventory.fact.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import org.junit.jupiter.api.Test;

class EnvironmentFactTests {

  @Test
  void aNamespaceHasTheEnvironmentsOfItsLabelsAndOfItsWorkloads() {
    Snapshot snapshot =
        Manifests.snapshot(
            """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {stage: prod}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {env: dev}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: b, namespace: shop, labels: {env: dev}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: c, namespace: bank, labels: {app: qa}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: d, namespace: shop, labels: {env: uat}}
            spec:
              template:
                metadata: {labels: {app.kubernetes.io/environment: test}}
                spec: {containers: [{name: c, image: x}]}
            """);
    var computed = new EnvironmentFact().compute(snapshot, Workloads.of(snapshot));
    var fields = (NamespaceFields) computed.of("Namespace", namespace("shop"));
    assertThat(fields.environments()).containsExactly("dev", "prod", "test");
    assertThat(computed.of("Namespace", namespace("bank")))
        .isEqualTo(computed.of("Namespace", namespace("none")));
  }

  private static ObjectKey namespace(String name) {
    return new ObjectKey(Kind.core("Namespace"), "", name);
  }
}
