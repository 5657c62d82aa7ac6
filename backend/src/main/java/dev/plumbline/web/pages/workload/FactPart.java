package dev.plumbline.web.pages.workload;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.admission.NamespaceFields;
import dev.plumbline.inventory.fact.image.Image;
import dev.plumbline.inventory.fact.image.WorkloadImages;
import dev.plumbline.inventory.fact.mesh.Membership;
import dev.plumbline.scan.Look;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What mesh, images and admission are of a workload. */
final class FactPart {

  private static final String WORKLOAD = "Workload";

  private final Look look;
  private final ObjectKey key;

  FactPart(Look look, ObjectKey key) {
    this.look = look;
    this.key = key;
  }

  List<Fact> mesh() {
    return Traffic.member(look, key)
        .map(FactPart::mesh)
        .orElseGet(() -> List.of(unknown("Mesh", look.fact("mesh", WORKLOAD, key))));
  }

  private static List<Fact> mesh(Membership member) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Mesh", member.enrolled() ? member.why() : "None: " + member.why()));
    if (member.enrolled()) {
      facts.add(
          new Fact(
              "Encryption",
              member.mtls().toString().toLowerCase(Locale.ROOT),
              member.decidedBy(),
              null,
              false));
      member.ports().stream()
          .filter(it -> it.mode() != member.mtls())
          .forEach(it ->
              facts.add(
                  new Fact(
                      "Port " + it.port(),
                      it.mode().toString().toLowerCase(Locale.ROOT),
                      it.by(),
                      null,
                      false)));
      facts.add(
          new Fact("Access", member.access(), String.join(", ", member.policies()), null, false));
    }
    return facts;
  }

  List<WorkloadView.ImageRow> images() {
    return look.fact("image", WORKLOAD, key) instanceof Answer.Known<Record>(var record)
            && record instanceof WorkloadImages(var images, var secrets)
        ? images.stream().map(FactPart::image).toList()
        : List.of();
  }

  private static WorkloadView.ImageRow image(Image image) {
    Mark mark =
        image.floating()
            ? Mark.fail("Moving tag")
            : image.mutable() ? Mark.unknown("By tag") : Mark.pass("By digest");
    return new WorkloadView.ImageRow(
        image.container(),
        image.declared(),
        image.running().isEmpty() ? "" : String.join(" ", image.running()),
        mark);
  }

  String imagesNote() {
    return look.fact("image", WORKLOAD, key) instanceof Answer.Unknown<Record>(var state, var why)
        ? "Not known: " + why
        : "";
  }

  /** Of the namespace: what judges pods there before they are admitted. */
  List<Fact> admission() {
    var namespace = new ObjectKey(Kind.core("Namespace"), "", key.namespace());
    Answer<Record> answer = look.fact("admission", "Namespace", namespace);
    if (!(answer instanceof Answer.Known<Record>(var record))
        || !(record instanceof NamespaceFields(var admission))) {
      return List.of(unknown("Admission", answer));
    }
    return AdmissionPart.of(admission);
  }

  static Fact unknown(String label, Answer<Record> answer) {
    String why = answer instanceof Answer.Unknown<Record>(var state, var words) ? words : "";
    return new Fact(label, "Not known", why, null, false);
  }
}
