package dev.plumbline.web.query;

/** Writes what runs kube-bench on every node and hands the result in. */
public final class NodeManifest {

  private static final String BENCH = "docker.io/aquasec/kube-bench:v0.15.6";
  private static final String CURL = "docker.io/curlimages/curl:8.17.0";

  private NodeManifest() {}

  /**
   * The address that takes results of one cluster.
   *
   * @param site such as {@code https://plumbline.example}
   */
  public static String address(String site, String cluster) {
    return site + "/api/v1/clusters/" + cluster + "/node-reports";
  }

  /**
   * Run on a node by hand.
   *
   * @param benchmark edition to ask for, empty for the one that the tool chooses
   */
  public static String command(String site, String cluster, String benchmark) {
    return """
    %s | curl --fail --data-binary @- \\
      --header "Authorization: Bearer $PLUMBLINE_TOKEN" --header "Content-Type: application/json" \\
      "%s?node=$(hostname)"
    """
        .formatted(run(benchmark), address(site, cluster));
  }

  private static String run(String benchmark) {
    return benchmark.isEmpty()
        ? "kube-bench run --json"
        : "kube-bench run --benchmark " + benchmark + " --json";
  }

  /**
   * A CronJob that starts one pod on each node every night. What reads the node has no network
   * need; what holds the token sees nothing of the node.
   *
   * @param nodes how many nodes there are, at least 1
   * @param benchmark edition to ask for, empty for the one that the tool chooses
   */
  public static String cronJob(String site, String cluster, int nodes, String benchmark) {
    return """
    # kubectl create namespace plumbline-nodes
    # kubectl create secret generic plumbline-upload --namespace plumbline-nodes --from-literal=token=TOKEN
    #   TOKEN: an API token with the role engineer, made under Settings
    apiVersion: batch/v1
    kind: CronJob
    metadata:
      name: plumbline-node-report
      namespace: plumbline-nodes
    spec:
      schedule: "17 3 * * *"
      concurrencyPolicy: Forbid
      jobTemplate:
        spec:
          # as many as there are nodes
          completions: %1$d
          parallelism: %1$d
          backoffLimit: 2
          activeDeadlineSeconds: 3600
          template:
            metadata:
              labels: {app: plumbline-node-report}
            spec:
              restartPolicy: Never
              automountServiceAccountToken: false
              hostPID: true
              tolerations: [{operator: Exists}]
              affinity:
                podAntiAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    - topologyKey: kubernetes.io/hostname
                      labelSelector: {matchLabels: {app: plumbline-node-report}}
              initContainers:
                - name: look
                  image: %2$s
                  command: [sh, -c, "%5$s > /out/report.json"]
                  securityContext: {readOnlyRootFilesystem: true, allowPrivilegeEscalation: false}
                  resources: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 256Mi}}
                  volumeMounts:
                    - {name: out, mountPath: /out}
                    - {name: etcd, mountPath: /var/lib/etcd, readOnly: true}
                    - {name: kubelet, mountPath: /var/lib/kubelet, readOnly: true}
                    - {name: kubernetes, mountPath: /etc/kubernetes, readOnly: true}
                    - {name: systemd, mountPath: /etc/systemd, readOnly: true}
                    - {name: lib-systemd, mountPath: /lib/systemd, readOnly: true}
                    - {name: cni, mountPath: /etc/cni/net.d, readOnly: true}
              containers:
                - name: send
                  image: %3$s
                  command:
                    - sh
                    - -c
                    - >-
                      curl --fail --silent --show-error --retry 3
                      --header "Authorization: Bearer $(cat /token/token)"
                      --header "Content-Type: application/json"
                      --data-binary @/out/report.json
                      "%4$s?node=$NODE"
                  env:
                    - name: NODE
                      valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
                  securityContext:
                    runAsNonRoot: true
                    runAsUser: 65532
                    readOnlyRootFilesystem: true
                    allowPrivilegeEscalation: false
                    capabilities: {drop: [ALL]}
                  resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {memory: 64Mi}}
                  volumeMounts:
                    - {name: out, mountPath: /out, readOnly: true}
                    - {name: token, mountPath: /token, readOnly: true}
              volumes:
                - {name: out, emptyDir: {}}
                - {name: token, secret: {secretName: plumbline-upload}}
                - {name: etcd, hostPath: {path: /var/lib/etcd}}
                - {name: kubelet, hostPath: {path: /var/lib/kubelet}}
                - {name: kubernetes, hostPath: {path: /etc/kubernetes}}
                - {name: systemd, hostPath: {path: /etc/systemd}}
                - {name: lib-systemd, hostPath: {path: /lib/systemd}}
                - {name: cni, hostPath: {path: /etc/cni/net.d}}
    """
        .formatted(Math.max(1, nodes), BENCH, CURL, address(site, cluster), run(benchmark));
  }
}
