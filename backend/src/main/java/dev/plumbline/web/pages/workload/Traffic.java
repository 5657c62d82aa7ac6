package dev.plumbline.web.pages.workload;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.mesh.Link;
import dev.plumbline.inventory.fact.mesh.Membership;
import dev.plumbline.inventory.fact.mesh.WorkloadFields;
import dev.plumbline.scan.Look;
import dev.plumbline.web.pages.Mark;
import java.util.Optional;

/** What protects traffic inside the cluster, as far as a mesh tells. */
public final class Traffic {

  private Traffic() {}

  /** A workload's place in a mesh; empty where what tells it was not read. */
  static Optional<Membership> member(Look look, ObjectKey key) {
    return look.fact("mesh", "Workload", key) instanceof Answer.Known<Record>(var record)
            && record instanceof WorkloadFields(var member)
        ? Optional.of(member)
        : Optional.empty();
  }

  /** What a workload takes on its ports. */
  public static Mark of(Look look, ObjectKey key) {
    return member(look, key).map(Traffic::words).orElse(Mark.unknown("Not known"));
  }

  private static Mark words(Membership member) {
    if (!member.enrolled()) {
      return new Mark(Mark.Kind.NOT_APPLICABLE, "No mesh");
    }
    return switch (member.mtls()) {
      case STRICT -> Mark.pass("Mutual TLS only");
      case PERMISSIVE -> Mark.fail("Clear text too");
      case DISABLE -> Mark.fail("Clear text");
    };
  }

  /** Between two workloads, on whatever port. */
  static Mark between(Look look, ObjectKey source, ObjectKey target) {
    if (member(look, target).isEmpty()) {
      return Mark.unknown("Not known");
    }
    Link link = look.mesh().link(source, target, 0);
    return switch (link.security()) {
      case MUTUAL_TLS -> Mark.pass("Mutual TLS");
      case OWN_TLS -> Mark.pass("TLS");
      case CLEAR_TEXT ->
          look.mesh().member(target).enrolled() ? Mark.fail("Clear text") : Mark.unknown("No mesh");
      case REFUSED -> new Mark(Mark.Kind.NOT_APPLICABLE, "Refused by the mesh");
    };
  }
}
