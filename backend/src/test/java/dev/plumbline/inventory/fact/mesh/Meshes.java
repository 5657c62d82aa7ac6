package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;

/** Meshes written as manifests. */
final class Meshes {

  private Meshes() {}

  static Mesh of(String yaml) {
    Snapshot snapshot = Manifests.snapshot(yaml);
    return Mesh.of(snapshot, Workloads.of(snapshot));
  }

  static ObjectKey pod(String namespace, String name) {
    return new ObjectKey(Kind.core("Pod"), namespace, name);
  }

  /** A pod that runs Istio's proxy, with one port. */
  static String meshed(String namespace, String name, String labels, int port) {
    return pod(
        namespace,
        name,
        labels,
        "{name: app, ports: [{containerPort: %d}]}, {name: istio-proxy}".formatted(port));
  }

  static String pod(String namespace, String name, String labels, String containers) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: %s, labels: {%s}}
    spec: {containers: [%s]}
    ---
    """
        .formatted(name, namespace, labels, containers);
  }

  static String peer(String namespace, String name, String created, String spec) {
    return """
    apiVersion: security.istio.io/v1
    kind: PeerAuthentication
    metadata: {name: %s, namespace: %s, creationTimestamp: "%s"}
    spec: {%s}
    ---
    """
        .formatted(name, namespace, created, spec);
  }

  static String object(String version, String kind, String namespace, String name, String spec) {
    return """
    apiVersion: %s
    kind: %s
    metadata: {name: %s, namespace: %s}
    spec: {%s}
    ---
    """
        .formatted(version, kind, name, namespace, spec);
  }
}
