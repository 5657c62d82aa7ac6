package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.fact.admission.cel.Expression;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.cel.Null;
import dev.plumbline.inventory.fact.admission.probe.Probes;
import dev.plumbline.inventory.fact.admission.probe.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a policy written in CEL, once for namespaces that look alike to it. */
final class CelJudgement implements Judgement {

  private static final Trial ANY = Probes.harmless(Probes.IMAGE).getFirst();

  private final CelPolicy policy;
  private final Form form;
  private final Trying trying;
  private final Parameters parameters;
  private final boolean judgesLater;
  private final Alike alike = new Alike(this::tried);

  /**
   * A policy ready to be run.
   *
   * @param judgesLater whether it is asked about containers added to running pods too
   */
  CelJudgement(
      CelPolicy policy, Form form, Trying trying, Parameters parameters, boolean judgesLater) {
    this.policy = policy;
    this.form = form;
    this.trying = trying;
    this.parameters = parameters;
    this.judgesLater = judgesLater && form == Form.POD;
  }

  @Override
  public Optional<Tried> in(KubeObject namespace) {
    try {
      return reaches(namespace) ? Optional.of(alike.in(namespace)) : Optional.empty();
    } catch (NotUnderstood e) {
      return Optional.of(Tried.notUnderstood(Expressions.words(policy.text()), e.why()));
    }
  }

  private boolean reaches(KubeObject namespace) {
    trying.meter().beginPolicy();
    trying.meter().begin();
    return request(ANY, new SeenNamespace(namespace), Null.NULL, false)
        .asked(policy.local())
        .orElse(false);
  }

  private Tried tried(SeenNamespace seen) {
    List<Demand> demands = new ArrayList<>();
    var text = new StringBuilder();
    for (Object params : parameters.in(seen)) {
      text.append("\n").append(params);
      for (Expression validation : policy.validations()) {
        demands.add(
            new Demand(
                Expressions.words(policy.text()),
                (trial, byController) -> admits(validation, trial, seen, params, byController)));
      }
    }
    Tried tried = trying.of(demands, policy.text() + text.toString());
    return tried.onlyFor(policy.choosesPods() ? "pods that its conditions select" : "");
  }

  private boolean admits(
      Expression validation, Trial trial, SeenNamespace seen, Object params, boolean byController) {
    return (trial.old().isPresent() && !judgesLater)
        || request(trial, seen, params, byController).admits(validation);
  }

  private CelRequest request(Trial trial, SeenNamespace seen, Object params, boolean byController) {
    return new CelRequest(policy, form, trial, seen, params, byController, trying.meter());
  }

  /** What a policy is parameterised by in a namespace: it makes its demands for each of these. */
  interface Parameters {

    Parameters NONE = namespace -> List.of(Null.NULL);

    List<Object> in(SeenNamespace namespace);
  }
}
