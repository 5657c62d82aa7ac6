package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Templates of Gatekeeper's constraints, as far as they carry expressions besides Rego. */
final class Native {

  static final Kind TEMPLATE = new Kind("templates.gatekeeper.sh", "ConstraintTemplate");
  private static final String ENGINE = "K8sNativeValidation";
  private static final List<Map<String, Object>> GIVEN =
      List.of(
          Map.of("name", "anyObject", "expression", "object"),
          Map.of(
              "name",
              "params",
              "expression",
              "has(params.spec) && has(params.spec.parameters) ? params.spec.parameters : null"));

  private final Map<String, Map<String, Object>> sources = new HashMap<>();
  private final Trying trying;
  private final boolean later;

  /**
   * Reads the templates.
   *
   * @param later whether Gatekeeper is asked about containers added to running pods
   */
  Native(Snapshot snapshot, Trying trying, boolean later) {
    this.trying = trying;
    this.later = later;
    snapshot.all(TEMPLATE).forEach(this::add);
  }

  private void add(KubeObject template) {
    Map<String, Object> spec = Documents.map(template.document(), "spec");
    Map<String, Object> crd = Documents.map(Documents.map(spec, "crd"), "spec");
    String kind = Documents.text(Documents.map(crd, "names"), "kind");
    Documents.maps(spec, "targets").stream()
        .flatMap(target -> Documents.maps(target, "code").stream())
        .filter(code -> Documents.text(code, "engine").equals(ENGINE))
        .forEach(code -> sources.put(kind, Documents.map(code, "source")));
  }

  /** Empty where there is nothing but Rego. */
  Optional<Judgement> judgement(KubeObject constraint) {
    return Optional.ofNullable(sources.get(constraint.key().kind().name()))
        .map(source -> judgement(source, constraint));
  }

  private Judgement judgement(Map<String, Object> source, KubeObject constraint) {
    Map<String, Object> spec = new LinkedHashMap<>(source);
    List<Map<String, Object>> variables = new ArrayList<>(GIVEN);
    variables.addAll(Documents.maps(source, "variables"));
    spec.put("variables", variables);
    try {
      boolean failsClosed = !Documents.text(source, "failurePolicy").equals("Ignore");
      return new CelJudgement(
          CelPolicy.of(spec, failsClosed),
          Form.POD,
          trying,
          namespace -> List.of(constraint.document()),
          later);
    } catch (NotUnderstood e) {
      List<String> about = Expressions.words(Expressions.text(source));
      return Judgement.everywhere(Tried.notUnderstood(about, e.why()));
    }
  }
}
