package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kyverno's policies, rule by rule. */
final class Kyverno {

  static final String ENGINE = "Kyverno";
  private static final String NEW = "policies.kyverno.io";
  private static final Kind CLUSTER_POLICY = new Kind("kyverno.io", "ClusterPolicy");
  private static final Kind POLICY = new Kind("kyverno.io", "Policy");
  private static final Kind VALIDATING = new Kind(NEW, "ValidatingPolicy");
  private static final Kind IMAGES = new Kind(NEW, "ImageValidatingPolicy");
  private static final Kind EXCEPTION = new Kind("kyverno.io", "PolicyException");
  private static final Kind NEW_EXCEPTION = new Kind(NEW, "PolicyException");
  static final List<Kind> KINDS =
      List.of(CLUSTER_POLICY, POLICY, VALIDATING, IMAGES, EXCEPTION, NEW_EXCEPTION);

  private static final String EXCEPTIONS = "has exceptions";
  private static final String ONE_RULE = "may be passed over for an earlier rule";

  private Kyverno() {}

  static List<Policy> policies(Snapshot snapshot, Trying trying, boolean later) {
    Set<String> excepted = excepted(snapshot);
    Stream<Policy> rules =
        Stream.of(CLUSTER_POLICY, POLICY)
            .flatMap(kind -> snapshot.all(kind).stream())
            .filter(policy -> !Boolean.FALSE.equals(spec(policy).get("admission")))
            .flatMap(policy -> rules(policy, excepted, snapshot, trying, later));
    Stream<Policy> expressions =
        Stream.of(VALIDATING, IMAGES)
            .flatMap(kind -> snapshot.all(kind).stream())
            .filter(policy -> asked(spec(policy)))
            .filter(policy -> Asked.usual(Documents.map(spec(policy), "matchConstraints")))
            .flatMap(policy ->
                Asked.form(List.of(Documents.map(spec(policy), "matchConstraints"))).stream()
                    .map(form -> expressions(policy, form, excepted, snapshot, trying, later)));
    return Stream.concat(rules, expressions).toList();
  }

  private static boolean asked(Map<String, Object> spec) {
    Map<String, Object> admission = Documents.map(Documents.map(spec, "evaluation"), "admission");
    return !Boolean.FALSE.equals(admission.get("enabled"));
  }

  /** Policies that some exception is for; {@code namespace/name} where they lie in one. */
  private static Set<String> excepted(Snapshot snapshot) {
    Stream<String> rules =
        snapshot.all(EXCEPTION).stream()
            .flatMap(exception -> Documents.maps(spec(exception), "exceptions").stream())
            .map(one -> Documents.text(one, "policyName"));
    Stream<String> expressions =
        snapshot.all(NEW_EXCEPTION).stream()
            .flatMap(exception -> Documents.maps(spec(exception), "policyRefs").stream())
            .map(one -> Documents.text(one, "name"));
    return Stream.concat(rules, expressions).collect(Collectors.toSet());
  }

  private static boolean excepted(KubeObject policy, Set<String> excepted) {
    String namespace = policy.key().namespace();
    String name = policy.key().name();
    return excepted.contains(namespace.isEmpty() ? name : namespace + "/" + name);
  }

  private static Map<String, Object> spec(KubeObject policy) {
    return Documents.map(policy.document(), "spec");
  }

  private static Policy expressions(
      KubeObject policy,
      Form form,
      Set<String> excepted,
      Snapshot snapshot,
      Trying trying,
      boolean later) {
    Map<String, Object> spec = spec(policy);
    Map<String, Object> match = Documents.map(spec, "matchConstraints");
    List<String> actions = Documents.texts(spec, "validationActions");
    boolean spared = excepted(policy, excepted);
    return new Policy(
        ENGINE,
        shown(policy),
        actions.isEmpty() || actions.contains("Deny"),
        policy.key().kind().equals(IMAGES)
            ? Judgement.everywhere(images(spec, spared))
            : judgement(spec, form, spared, snapshot, trying, later),
        form == Form.POD ? Asked.only(match) : form.only(),
        Scope.selected(match));
  }

  private static Tried images(Map<String, Object> spec, boolean spared) {
    List<String> stops =
        Documents.maps(spec, "attestations").isEmpty()
            ? List.of(Controls.SIGNATURES)
            : List.of(Controls.SIGNATURES, Controls.ATTESTATIONS);
    return spared ? Tried.notUnderstood(stops, EXCEPTIONS) : Tried.surely(stops);
  }

  private static Judgement judgement(
      Map<String, Object> spec,
      Form form,
      boolean spared,
      Snapshot snapshot,
      Trying trying,
      boolean later) {
    try {
      if (spared) {
        throw new NotUnderstood(EXCEPTIONS);
      }
      return new CelJudgement(
          CelPolicy.of(spec, failsClosed(spec)),
          form,
          trying,
          Params.of(spec, spec, snapshot),
          later && Asked.later(Documents.map(spec, "matchConstraints")));
    } catch (NotUnderstood e) {
      List<String> about = Expressions.words(Expressions.text(spec));
      return Judgement.everywhere(Tried.notUnderstood(about, e.why()));
    }
  }

  private static boolean failsClosed(Map<String, Object> spec) {
    Map<String, Object> webhook = Documents.map(spec, "webhookConfiguration");
    return Stream.of(spec, webhook)
        .noneMatch(part -> Documents.text(part, "failurePolicy").equals("Ignore"));
  }

  private static String shown(KubeObject policy) {
    return policy.key().kind().name() + " " + policy.key().name();
  }

  private static Stream<Policy> rules(
      KubeObject policy, Set<String> excepted, Snapshot snapshot, Trying trying, boolean later) {
    boolean spared = excepted(policy, excepted);
    return Documents.maps(spec(policy), "rules").stream()
        .filter(rule -> rule.containsKey("validate") || rule.containsKey("verifyImages"))
        .flatMap(rule ->
            KyvernoMatch.of(rule)
                .map(match -> rule(policy, rule, match, spared, snapshot, trying, later)));
  }

  private static Policy rule(
      KubeObject policy,
      Map<String, Object> rule,
      KyvernoMatch match,
      boolean spared,
      Snapshot snapshot,
      Trying trying,
      boolean later) {
    Map<String, Object> spec = spec(policy);
    boolean first = Documents.maps(spec, "rules").getFirst() == rule;
    var one =
        new KyvernoRule(
            policy.key().name(),
            rule,
            first,
            match.form(),
            failsClosed(spec),
            later && match.later(),
            trying);
    String doubt =
        spared
            ? EXCEPTIONS
            : !first && Documents.text(spec, "applyRules").equals("One") ? ONE_RULE : "";
    Judgement judgement =
        doubt.isEmpty()
            ? one.judgement(snapshot)
            : Judgement.everywhere(Tried.notUnderstood(one.about(), doubt));
    return new Policy(
        ENGINE,
        shown(policy),
        denies(spec, rule),
        judgement,
        where(spec, match),
        scope(policy, rule, match));
  }

  private static String where(Map<String, Object> spec, KyvernoMatch match) {
    Map<String, Object> webhook = Documents.map(spec, "webhookConfiguration");
    return Stream.of(
            match.where(),
            Documents.maps(webhook, "matchConditions").isEmpty()
                ? ""
                : "requests that its webhook's conditions select")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" and "));
  }

  private static Scope scope(KubeObject policy, Map<String, Object> rule, KyvernoMatch match) {
    List<Map<String, Object>> overrides =
        Stream.of(
                Documents.maps(spec(policy), "validationFailureActionOverrides"),
                Documents.maps(Documents.map(rule, "validate"), "failureActionOverrides"))
            .flatMap(List::stream)
            .filter(override -> audits(Documents.text(override, "action")))
            .toList();
    List<String> excluded = new ArrayList<>(match.excluded());
    for (Map<String, Object> override : overrides) {
      List<String> namespaces = Documents.texts(override, "namespaces");
      excluded.addAll(namespaces.isEmpty() ? List.of("*") : namespaces);
    }
    List<String> names =
        policy.key().namespace().isEmpty()
            ? Documents.texts(match.resources(), "namespaces")
            : List.of(policy.key().namespace());
    return new Scope(
        names, excluded, List.of(Documents.map(match.resources(), "namespaceSelector")));
  }

  private static boolean denies(Map<String, Object> spec, Map<String, Object> rule) {
    Stream<Map<String, Object>> verify = Documents.maps(rule, "verifyImages").stream();
    Stream<String> own =
        Stream.concat(Stream.of(Documents.map(rule, "validate")), verify)
            .map(part -> Documents.text(part, "failureAction"));
    String action =
        Stream.concat(own, Stream.of(Documents.text(spec, "validationFailureAction")))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("Audit");
    return !audits(action);
  }

  private static boolean audits(String action) {
    return action.equalsIgnoreCase("audit");
  }
}
