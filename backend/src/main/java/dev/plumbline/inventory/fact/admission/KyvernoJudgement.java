package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.cel.Null;
import dev.plumbline.inventory.fact.admission.probe.Probes;
import dev.plumbline.inventory.fact.admission.probe.Trial;
import dev.plumbline.inventory.fact.admission.rule.ImageNames;
import dev.plumbline.inventory.fact.admission.rule.Names;
import dev.plumbline.inventory.fact.admission.rule.Validation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs a rule of Kyverno, once for namespaces that look alike to it. */
final class KyvernoJudgement implements Judgement {

  private static final Trial ANY = Probes.harmless(Probes.IMAGE).getFirst();

  private static final Pattern ROLES = Pattern.compile("\\brequest\\.(?:roles|clusterRoles)\\b");
  private static final String ACCOUNT = "system:serviceaccount:";

  private final Map<String, Object> rule;
  private final Validation validation;
  private final List<String> about;
  private final Form form;
  private final boolean later;
  private final Trying trying;
  private final KyvernoPreconditions preconditions;
  private final Alike alike = new Alike(this::tried);

  /**
   * A rule ready to be run.
   *
   * @param first whether it is its policy's first
   * @param about controls whose fields it reads
   * @param later whether it looks at containers added to running pods too
   */
  KyvernoJudgement(
      Map<String, Object> rule,
      boolean first,
      boolean failsClosed,
      List<String> about,
      Form form,
      boolean later,
      Trying trying) {
    this.rule = rule;
    this.validation = new Validation(rule, first, failsClosed, trying.meter());
    this.about = about;
    this.form = form;
    this.later = later;
    this.trying = trying;
    this.preconditions = KyvernoPreconditions.of(rule);
  }

  @Override
  public Optional<Tried> in(KubeObject namespace) {
    try {
      return reaches(namespace) ? Optional.of(alike.in(namespace)) : Optional.empty();
    } catch (NotUnderstood e) {
      return Optional.of(Tried.notUnderstood(about, e.why()));
    }
  }

  private boolean reaches(KubeObject namespace) {
    trying.meter().beginPolicy();
    trying.meter().begin();
    if (ROLES.matcher(String.valueOf(rule)).find()) {
      throw new NotUnderstood("asks for the roles of who asks");
    }
    return preconditions.choosesPods()
        || validation.asks(names(ANY, new SeenNamespace(namespace), false));
  }

  private Tried tried(SeenNamespace seen) {
    Demand.Test test =
        (trial, byController) ->
            (trial.old().isPresent() && !later) || admits(trial, seen, byController);
    return trying
        .of(List.of(new Demand(about, test)), String.valueOf(rule))
        .onlyFor(preconditions.choosesPods() ? "pods that its preconditions select" : "");
  }

  private boolean admits(Trial trial, SeenNamespace seen, boolean byController) {
    trying.meter().begin();
    return validation.admits(
        names(trial, seen, byController), Requests.object(trial.pod(), form, seen));
  }

  private Names names(Trial trial, SeenNamespace seen, boolean byController) {
    Map<String, Object> fields = Requests.fields(trial, form, byController);
    fields.put("object", Requests.object(trial.pod(), form, seen));
    fields.put(
        "oldObject",
        trial.old().<Object>map(old -> Requests.object(old, form, seen)).orElse(Null.NULL));
    List<String> account = account(fields);
    return Names.of("request", seen.placed(fields))
        .with("serviceAccountName", account.getLast())
        .with("serviceAccountNamespace", account.getFirst())
        .withLater("images", names -> images(trial.pod()));
  }

  private Map<String, Object> images(Map<String, Object> pod) {
    if (rule.containsKey("imageExtractors") || form != Form.POD) {
      throw new NotUnderstood("reads images in other places than pods have them");
    }
    return ImageNames.of(Documents.map(pod, "spec"));
  }

  /** The namespace and the name of the service account that asks; empty where none does. */
  private static List<String> account(Map<String, Object> request) {
    String user = Documents.text(Documents.map(request, "userInfo"), "username");
    return user.startsWith(ACCOUNT)
        ? List.of(user.substring(ACCOUNT.length()).split(":"))
        : List.of("", "");
  }
}
