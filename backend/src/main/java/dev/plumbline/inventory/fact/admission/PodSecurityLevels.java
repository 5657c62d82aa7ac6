package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A namespace's levels of Pod Security admission: {@code privileged}, {@code baseline} or {@code
 * restricted}, and for each the version whose rules count, {@code latest} where none is set.
 *
 * @param enforce unknown where no label says it and the API server has defaults of its own
 */
public record PodSecurityLevels(
    Answer<String> enforce,
    String enforceVersion,
    Answer<String> audit,
    String auditVersion,
    Answer<String> warn,
    String warnVersion) {

  private static final String LABEL = "pod-security.kubernetes.io/";
  private static final Set<String> LEVELS = Set.of("privileged", "baseline", "restricted");

  static PodSecurityLevels of(Map<String, Object> labels, Answer<String> otherwise) {
    return new PodSecurityLevels(
        level(labels, "enforce", otherwise),
        version(labels, "enforce"),
        level(labels, "audit", otherwise),
        version(labels, "audit"),
        level(labels, "warn", otherwise),
        version(labels, "warn"));
  }

  /** What the API server cannot parse it takes for the strictest level. */
  private static Answer<String> level(
      Map<String, Object> labels, String mode, Answer<String> otherwise) {
    String level = Documents.text(labels, LABEL + mode);
    if (level.isEmpty()) {
      return otherwise;
    }
    return Answer.of(LEVELS.contains(level) ? level : "restricted");
  }

  private static String version(Map<String, Object> labels, String mode) {
    String version = Documents.text(labels, LABEL + mode + "-version");
    return version.isEmpty() ? "latest" : version;
  }

  /** What the enforced level refuses; nothing while it is unknown. */
  List<String> stops() {
    return enforce instanceof Answer.Known<String>(String level)
        ? Controls.ofLevel(level)
        : List.of();
  }
}
