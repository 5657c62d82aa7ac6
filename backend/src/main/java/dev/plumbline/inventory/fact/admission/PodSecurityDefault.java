package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.util.List;
import java.util.stream.Stream;

/** The level of namespaces without label, as far as the API server's command line tells. */
final class PodSecurityDefault {

  private static final String FILE = "--admission-control-config-file=";
  private static final String OFF = "--disable-admission-plugins=";

  private PodSecurityDefault() {}

  static Answer<String> of(Snapshot snapshot) {
    return flags(snapshot).stream().anyMatch(flag -> flag.startsWith(FILE))
        ? Answer.unknown("the API server reads its default level from a file on its node")
        : Answer.of("privileged");
  }

  /** Whether an API server runs without Pod Security admission. */
  static boolean off(Snapshot snapshot) {
    return flags(snapshot).stream()
        .anyMatch(flag ->
            flag.startsWith(OFF)
                && List.of(flag.substring(OFF.length()).split(",")).contains("PodSecurity"));
  }

  private static List<String> flags(Snapshot snapshot) {
    return snapshot.all(Kind.core("Pod")).stream()
        .filter(pod -> pod.key().namespace().equals("kube-system"))
        .filter(pod -> Documents.text(pod.labels(), "component").equals("kube-apiserver"))
        .flatMap(PodSecurityDefault::words)
        .toList();
  }

  private static Stream<String> words(KubeObject pod) {
    return Documents.maps(Documents.map(pod.document(), "spec"), "containers").stream()
        .flatMap(container ->
            Stream.concat(
                Documents.texts(container, "command").stream(),
                Documents.texts(container, "args").stream()));
  }
}
