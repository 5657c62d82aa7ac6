package dev.plumbline.web.api.admission;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.admission.InForce;
import dev.plumbline.inventory.fact.admission.NamespaceAdmission;
import dev.plumbline.inventory.fact.admission.NamespaceFields;
import dev.plumbline.inventory.fact.admission.Partly;
import dev.plumbline.scan.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What admission does in a namespace.
 *
 * @param unknown why it is not known, null when it is
 * @param enforced the level of Pod Security that is enforced, null where it is not known
 * @param stops controls of which every violation is refused
 * @param partly controls of which some are, with those let in
 * @param notUnderstood controls whose fields a policy reads that is not understood
 * @param policies in force; {@code why} says what is not understood of them
 */
record AdmissionJson(
    String namespace,
    @Nullable String unknown,
    @Nullable String enforced,
    List<String> stops,
    List<Partly> partly,
    List<String> notUnderstood,
    List<InForce> policies) {

  static AdmissionJson of(Look look, String namespace) {
    var key = new ObjectKey(Kind.core("Namespace"), "", namespace);
    return switch (look.fact("admission", "Namespace", key)) {
      case Answer.Known<Record>(NamespaceFields(var admission)) -> of(namespace, admission);
      case Answer.Unknown<Record>(var state, var why) -> unknown(namespace, why);
      case Answer.Known<Record> other -> unknown(namespace, "not collected");
    };
  }

  private static AdmissionJson of(String namespace, NamespaceAdmission admission) {
    String level =
        admission.podSecurity().enforce() instanceof Answer.Known<String>(var known) ? known : null;
    return new AdmissionJson(
        namespace,
        null,
        level,
        admission.stops(),
        admission.partly(),
        admission.maybe(),
        admission.policies());
  }

  private static AdmissionJson unknown(String namespace, String why) {
    return new AdmissionJson(namespace, why, null, List.of(), List.of(), List.of(), List.of());
  }
}
