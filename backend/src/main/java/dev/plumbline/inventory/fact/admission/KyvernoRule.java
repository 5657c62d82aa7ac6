package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.rule.Validation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what one rule of Kyverno stops: by running it where it can be run, else by its name. */
final class KyvernoRule {

  private final String name;
  private final Map<String, Object> rule;
  private final boolean first;
  private final Map<String, Object> validate;
  private final Form form;
  private final boolean failsClosed;
  private final boolean later;
  private final Trying trying;

  /**
   * A rule.
   *
   * @param name of the policy it is in
   * @param first whether it is the first there
   * @param later whether it looks at containers added to running pods too
   */
  KyvernoRule(
      String name,
      Map<String, Object> rule,
      boolean first,
      Form form,
      boolean failsClosed,
      boolean later,
      Trying trying) {
    this.name = name;
    this.rule = rule;
    this.first = first;
    this.validate = Documents.map(rule, "validate");
    this.form = form;
    this.failsClosed = failsClosed;
    this.later = later;
    this.trying = trying;
  }

  Judgement judgement(Snapshot snapshot) {
    if (!validate.containsKey("cel") && Validation.runs(rule)) {
      return new KyvernoJudgement(rule, first, failsClosed, about(), form, later, trying);
    }
    try {
      Set<String> asked = KyvernoPreconditions.operations(rule);
      if (!asked.contains("CREATE")) {
        return namespace -> Optional.empty();
      }
      return judgement(snapshot, later && asked.contains("UPDATE"));
    } catch (NotUnderstood e) {
      return Judgement.everywhere(Tried.notUnderstood(about(), e.why()));
    }
  }

  private Judgement judgement(Snapshot snapshot, boolean ofLater) {
    if (validate.containsKey("cel")) {
      return expressions(snapshot, ofLater);
    }
    List<String> known = known();
    return Judgement.everywhere(
        known.isEmpty()
            ? Tried.notUnderstood(about(), "is written in a form that is not run here")
            : Tried.surely(known));
  }

  /** What is known of rules that are not run. */
  private List<String> known() {
    Map<String, Object> standard = Documents.map(validate, "podSecurity");
    if (!standard.isEmpty()) {
      return level(standard);
    }
    List<Map<String, Object>> images = Documents.maps(rule, "verifyImages");
    if (images.isEmpty()) {
      return List.of();
    }
    return images.stream().anyMatch(image -> !Documents.maps(image, "attestations").isEmpty())
        ? List.of(Controls.SIGNATURES, Controls.ATTESTATIONS)
        : List.of(Controls.SIGNATURES);
  }

  private static List<String> level(Map<String, Object> standard) {
    Set<String> stops = new LinkedHashSet<>(Controls.ofLevel(Documents.text(standard, "level")));
    Documents.maps(standard, "exclude").stream()
        .map(exclude -> Documents.text(exclude, "controlName"))
        .map(control -> Controls.PAGES.getOrDefault(control, Set.of()))
        .forEach(stops::removeAll);
    return List.copyOf(stops);
  }

  /** What it is about where it is not understood. */
  List<String> about() {
    List<String> known = known();
    return known.isEmpty()
        ? Stream.concat(
                Controls.ofLibrary(name).stream(), Expressions.words(String.valueOf(rule)).stream())
            .distinct()
            .toList()
        : known;
  }

  private Judgement expressions(Snapshot snapshot, boolean ofLater) {
    Map<String, Object> cel = Documents.map(validate, "cel");
    Map<String, Object> spec = new LinkedHashMap<>(cel);
    spec.put("matchConditions", rule.getOrDefault("celPreconditions", List.of()));
    spec.put("validations", cel.getOrDefault("expressions", List.of()));
    return new CelJudgement(
        CelPolicy.of(spec, failsClosed), form, trying, Params.of(cel, cel, snapshot), ofLater);
  }
}
