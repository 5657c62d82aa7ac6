package dev.plumbline.inventory.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.FieldMaps;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTests {

  @Test
  void valuesOfEnvironmentVariablesAreReplacedAndTheirNamesStay() {
    String redacted =
        redacted(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {template: {spec: {initContainers: [{name: i, env: [{name: LEVEL, value: canary1}]}],
              containers: [{name: web, args: [--password=canary2, --port=80], env: [
                {name: DB_PASSWORD, value: canary3}, {name: EMPTY, value: ""}, {name: ODD, value: 5},
                {name: REF, valueFrom: {secretKeyRef: {name: db, key: password}}}]}]}}}
            """);
    assertThat(redacted)
        .doesNotContain("canary")
        .contains("{name=LEVEL, value=<redacted>}")
        .contains("{name=DB_PASSWORD, value=<redacted:credential-like>}")
        .contains("{name=EMPTY, value=}")
        .contains("{name=ODD, value=<redacted>}")
        .contains("secretKeyRef={name=db, key=password}")
        .contains("--port=80");
  }

  @Test
  void theLastAppliedConfigurationGoesAndWritersKeepNameAndTime() {
    String redacted =
        redacted(
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
              resourceVersion: "9"
              annotations: {kubectl.kubernetes.io/last-applied-configuration: canary, team: shop}
              managedFields:
              - {manager: kubectl, operation: Apply, time: "2026-01-01T00:00:00Z", fieldsV1: {canary: {}}}
              - {manager: kubelet, operation: Update, subresource: status, time: "2026-01-01T00:00:00Z"}
            """);
    assertThat(redacted)
        .doesNotContain("canary")
        .doesNotContain("kubelet")
        .doesNotContain("resourceVersion")
        .contains("team=shop")
        .contains("{manager=kubectl, operation=Apply, time=2026-01-01T00:00:00Z}");
  }

  @Test
  void whatDeliversSoftwareKeepsItsSourcesAndNoValues() {
    String redacted =
        redacted(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: web}
            spec:
              project: shop
              source:
                repoURL: "https://bot:canary1@git.example/acme/web"
                helm: {releaseName: web, values: "x: canary2", valuesObject: {a: canary3},
                  parameters: [{name: a, value: canary4}]}
                plugin: {name: p, env: [{name: A, value: canary5}], parameters: [{name: a, string: canary6}]}
            """);
    assertThat(redacted)
        .doesNotContain("canary")
        .contains("project=shop")
        .contains("repoURL=https://<redacted:credential-like>@git.example/acme/web")
        .contains("releaseName=web");
  }

  @Test
  void pipelinesKeepWhereTasksComeFromAndNoScripts() {
    String redacted =
        redacted(
            """
            apiVersion: tekton.dev/v1
            kind: Pipeline
            metadata: {name: build}
            spec:
              tasks:
              - name: build
                taskRef: {resolver: bundles, params: [{name: bundle, value: "r.example/t:1"}]}
                params: [{name: deploy-token, value: canary1}, {name: list, value: [a]}, {name: none}]
              - {name: own, taskSpec: {steps: [{script: "echo canary2"}]}}
            """);
    assertThat(redacted)
        .doesNotContain("canary")
        .contains("{name=bundle, value=r.example/t:1}")
        .contains("{name=list, value=[a]}");
  }

  @Test
  void ofASecretOnlyMetadataAndTypeStay() {
    assertThat(
            redacted(
                "{apiVersion: v1, kind: Secret, type: Opaque, metadata: {name: s}, data: {canary:"
                    + " canary}, extra: canary}"))
        .doesNotContain("canary")
        .contains("type=Opaque");
  }

  @Test
  void ofConfigMapsOnlySelectedValuesStay() {
    String kubeadm =
        "{apiVersion: v1, kind: ConfigMap, metadata: {namespace: NS, name: kubeadm-config}, data:"
            + " {ClusterConfiguration: text, other: canary}}";
    assertThat(redacted(kubeadm.replace("NS", "kube-system")))
        .doesNotContain("canary")
        .contains("ClusterConfiguration=text")
        .contains("other=<redacted>");
    assertThat(redacted(kubeadm.replace("NS", "shop"))).contains("ClusterConfiguration=<redacted>");
  }

  @Test
  void requestsSchemasAndCertificateBundlesGo() {
    assertThat(
            redacted(
                "{apiVersion: certificates.k8s.io/v1, kind: CertificateSigningRequest, metadata:"
                    + " {name: c}, spec: {request: canary, signerName: s}, status: {certificate:"
                    + " canary, conditions: [{type: Approved}]}}"))
        .doesNotContain("canary")
        .contains("signerName=s")
        .contains("type=Approved");
    assertThat(
            redacted(
                "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata:"
                    + " {name: c}, spec: {versions: [{name: v1, schema: {canary: {}}}]}}"))
        .doesNotContain("canary")
        .contains("name=v1");
    assertThat(
            redacted(
                "{apiVersion: admissionregistration.k8s.io/v1, kind:"
                    + " ValidatingWebhookConfiguration, metadata: {name: c}, webhooks:"
                    + " [{clientConfig: {caBundle: canary}}]}"))
        .doesNotContain("canary")
        .contains("caBundle=<6 characters>");
  }

  @Test
  void onlyTheStatusThatIsUsedStays() {
    assertThat(
            redacted(
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, status: {phase: Running,"
                    + " conditions: [canary], containerStatuses: [{name: a, imageID: b,"
                    + " restartCount: 77, state: {canary: {}}}]}}"))
        .doesNotContain("canary")
        .doesNotContain("77")
        .contains("phase=Running", "imageID=b");
    assertThat(
            redacted(
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: p}, status: {replicas:"
                    + " 3}}"))
        .doesNotContain("status");
  }

  private static String redacted(String yaml) {
    KubeObject object = Manifests.objects(yaml).getFirst();
    Map<String, Object> redacted =
        new Redaction(new FieldMaps())
            .of(Kinds.of(object.key().kind()).orElseThrow(), object.document());
    return redacted.toString();
  }
}
