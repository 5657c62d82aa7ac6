package dev.plumbline.inventory.fact.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reference.IngressFields.Backend;
import dev.plumbline.inventory.fact.reference.ScalerFields.Target;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferencesTests {

  private static final Kind SERVICE = Kind.core("Service");
  private static final Kind DEPLOYMENT = new Kind("apps", "Deployment");
  private static final ObjectKey INGRESS =
      new ObjectKey(new Kind("networking.k8s.io", "Ingress"), "shop", "i");

  private static final String ROUTES =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: i, namespace: shop}
      spec:
        rules:
          - {host: none}
          - http: {paths: [{backend: {service: {name: web}}}, {backend: {resource: {name: b}}}]}
          - http: {paths: [{backend: {service: {name: api}}}]}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: api, namespace: bank}}
      """;

  @Test
  void everyServiceThatARuleNamesIsLookedUpInItsNamespace() {
    Snapshot snapshot = Manifests.snapshot(ROUTES);
    assertThat(new References(snapshot).backends(INGRESS))
        .containsExactly(new Backend("web", Answer.of(true)), new Backend("api", Answer.of(false)));
  }

  @Test
  void whatMayJustNotHaveBeenReadIsUnknown() {
    Snapshot read = Manifests.snapshot(ROUTES);
    var snapshot = Manifests.snapshot(read.objects(), new Coverage(Map.of()));
    assertThat(new References(snapshot).backends(INGRESS))
        .extracting(Backend::exists)
        .containsExactly(Answer.of(true), Answer.unread(SERVICE, snapshot.coverage()));
  }

  @Test
  void anAutoscalerPointsToADeploymentOrAStatefulSet() {
    assertThat(target("Deployment", "web"))
        .contains(new Target("Deployment", "web", Answer.of(true)));
    assertThat(target("Deployment", "wbe"))
        .contains(new Target("Deployment", "wbe", Answer.of(false)));
    assertThat(target("StatefulSet", "web").map(Target::exists))
        .containsInstanceOf(Answer.Unknown.class);
    assertThat(target("Rollout", "web")).isEmpty();
  }

  private static Optional<Target> target(String kind, String name) {
    String yaml =
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: h, namespace: shop}
        spec: {scaleTargetRef: {kind: %s, name: %s}}
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}}
        """
            .formatted(kind, name);
    var key = new ObjectKey(new Kind("autoscaling", "HorizontalPodAutoscaler"), "shop", "h");
    return new References(Manifests.snapshot(yaml, DEPLOYMENT)).target(key);
  }
}
