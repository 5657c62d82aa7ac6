package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Configuration that installers leave in ConfigMaps of kube-system. */
final class ConfigMaps {

  private static final Kind CONFIG_MAP = Kind.core("ConfigMap");
  private static final String NAMESPACE = "kube-system";
  private static final String KUBELET = "kubelet-config";

  private ConfigMaps() {}

  static Answer<List<Kubelet>> kubelets(Snapshot snapshot) {
    List<Kubelet> kubelets = new ArrayList<>();
    for (KubeObject map : snapshot.all(CONFIG_MAP)) {
      String name = map.key().name();
      if (map.key().namespace().equals(NAMESPACE)
          && (name.equals(KUBELET) || name.startsWith(KUBELET + "-1."))) {
        String source = NAMESPACE + "/" + name;
        Optional<Map<String, Object>> config = yaml(map, "kubelet");
        if (config.isEmpty()) {
          return Answer.unknown(source + " cannot be read as YAML");
        }
        kubelets.add(Kubelet.of(source, config.get()));
      }
    }
    return kubelets.isEmpty() ? missing(KUBELET, snapshot) : Answer.of(kubelets);
  }

  static Answer<List<KubeProxy>> kubeProxies(Snapshot snapshot) {
    for (String[] place :
        new String[][] {{"kube-proxy", "config.conf"}, {"kube-proxy-config", "config"}}) {
      Optional<KubeObject> map = find(place[0], snapshot);
      if (map.isPresent()) {
        String source = NAMESPACE + "/" + place[0];
        return yaml(map.get(), place[1])
            .map(config -> KubeProxy.of(source, Documents.text(config, "metricsBindAddress")))
            .map(proxy -> Answer.of(List.of(proxy)))
            .orElse(Answer.unknown(source + " cannot be read as YAML"));
      }
    }
    return missing("kube-proxy", snapshot);
  }

  static boolean kubeadm(Snapshot snapshot) {
    return find("kubeadm-config", snapshot).isPresent();
  }

  private static Optional<KubeObject> find(String name, Snapshot snapshot) {
    return snapshot.find(new ObjectKey(CONFIG_MAP, NAMESPACE, name));
  }

  private static <T> Answer<T> missing(String name, Snapshot snapshot) {
    var state = snapshot.coverage().of(CONFIG_MAP).state();
    return state == Coverage.State.COMPLETE || state == Coverage.State.NOT_SERVED
        ? Answer.unknown("no ConfigMap " + NAMESPACE + "/" + name + ", which kubeadm would leave")
        : Answer.unread(CONFIG_MAP, snapshot.coverage());
  }

  /** Empty where it is not a YAML map, or tries to blow up. */
  @SuppressWarnings("unchecked")
  private static Optional<Map<String, Object>> yaml(KubeObject map, String key) {
    String text = Documents.text(Documents.map(map.document(), "data"), key);
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(text) instanceof Map<?, ?> read
          ? Optional.of((Map<String, Object>) read)
          : Optional.empty();
    } catch (YamlEngineException _) {
      return Optional.empty();
    }
  }
}
