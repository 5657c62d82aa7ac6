package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Documents;
import java.util.List;
import java.util.Map;

/**
 * The kubelet configuration that new nodes are given, with the kubelet's own defaults; flags and
 * drop-in files of a node can differ and are not seen.
 *
 * @param source the ConfigMap, such as {@code kube-system/kubelet-config}
 * @param streamingIdleSeconds time until an idle exec or port-forward ends; 0 and absent are 4 h
 * @param weakTlsCiphers cipher suites it accepts although they are weak; in words for the defaults
 * @param eventRecordQps events per second, 0 for no limit
 * @param podPidsLimit processes per pod, -1 for no limit but the node's
 */
public record Kubelet(
    String source,
    boolean anonymousAuth,
    String authorizationMode,
    String clientCaFile,
    long readOnlyPort,
    long streamingIdleSeconds,
    boolean makeIptablesUtilChains,
    boolean protectKernelDefaults,
    long eventRecordQps,
    String tlsCertFile,
    String tlsPrivateKeyFile,
    List<String> weakTlsCiphers,
    boolean serverTlsBootstrap,
    boolean rotateCertificates,
    boolean rotateServerCertificates,
    boolean seccompDefault,
    long podPidsLimit) {

  static Kubelet of(String source, Map<String, Object> config) {
    var authentication = Documents.map(config, "authentication");
    return new Kubelet(
        source,
        bool(Documents.map(authentication, "anonymous"), "enabled", false),
        text(Documents.map(config, "authorization"), "mode", "Webhook"),
        Documents.text(Documents.map(authentication, "x509"), "clientCAFile"),
        number(config, "readOnlyPort", 0),
        streaming(config),
        bool(config, "makeIPTablesUtilChains", true),
        bool(config, "protectKernelDefaults", false),
        number(config, "eventRecordQPS", 50),
        Documents.text(config, "tlsCertFile"),
        Documents.text(config, "tlsPrivateKeyFile"),
        CipherSuites.weak(
            Documents.texts(config, "tlsCipherSuites"),
            Documents.text(config, "tlsMinVersion").equals("VersionTLS13")),
        bool(config, "serverTLSBootstrap", false),
        bool(config, "rotateCertificates", false),
        bool(Documents.map(config, "featureGates"), "RotateKubeletServerCertificate", true),
        bool(config, "seccompDefault", false),
        Math.max(-1, number(config, "podPidsLimit", -1)));
  }

  private static long streaming(Map<String, Object> config) {
    long seconds =
        Values.seconds(Documents.text(config, "streamingConnectionIdleTimeout")).orElse(0L);
    return seconds == 0 ? 4 * 3600 : seconds;
  }

  private static boolean bool(Map<String, Object> config, String field, boolean otherwise) {
    return config.get(field) instanceof Boolean value ? value : otherwise;
  }

  private static long number(Map<String, Object> config, String field, long otherwise) {
    return config.get(field) instanceof Number value ? value.longValue() : otherwise;
  }

  private static String text(Map<String, Object> config, String field, String otherwise) {
    String text = Documents.text(config, field);
    return text.isEmpty() ? otherwise : text;
  }
}
