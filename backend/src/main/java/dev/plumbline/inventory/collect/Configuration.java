package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Documents;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The few ConfigMaps whose values are kept, for they configure the cluster and hold no secret. */
final class Configuration {

  private static final Map<Pattern, Set<String>> SELECTED =
      Map.of(
          Pattern.compile("kube-system/kubeadm-config"), Set.of("ClusterConfiguration"),
          Pattern.compile("kube-system/kubelet-config(-1\\.\\d{1,3})?"), Set.of("kubelet"),
          Pattern.compile("kube-system/kube-proxy"), Set.of("config.conf"),
          Pattern.compile("kube-system/coredns"), Set.of("Corefile"),
          Pattern.compile("kube-system/aws-auth"), Set.of("mapRoles", "mapUsers", "mapAccounts"),
          Pattern.compile("istio-system/istio(-[a-z0-9-]{1,60})?"), Set.of("mesh"),
          Pattern.compile("[a-z0-9-]{1,63}/[a-z0-9.-]{0,200}ingress-nginx-controller"),
              Set.of("allow-snippet-annotations", "annotations-risk-level"));

  private Configuration() {}

  /** Whether a value under this key may be read at all, whatever object it stands in. */
  static boolean readable(String key) {
    return SELECTED.values().stream().anyMatch(keys -> keys.contains(key));
  }

  /** All keys of a ConfigMap's data, with the values of the selected ones only. */
  static Map<String, Object> selected(Map<String, Object> metadata, Map<String, Object> data) {
    String name = Documents.text(metadata, "namespace") + "/" + Documents.text(metadata, "name");
    var kept = new TreeMap<String, Object>();
    data.forEach((key, value) -> kept.put(key, keeps(name, key) ? value : marker(key)));
    return kept;
  }

  /** What stands for a value that is not read. */
  static String marker(String key) {
    return Credentials.secretName(key) ? Credentials.LIKELY : Credentials.HIDDEN;
  }

  private static boolean keeps(String name, String key) {
    return SELECTED.entrySet().stream()
        .anyMatch(e -> e.getValue().contains(key) && e.getKey().matcher(name).matches());
  }
}
