package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import java.util.LinkedHashSet;
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

  private static final Set<String> SCOPING =
      Set.of("kinds", "namespaces", "namespaceSelector", "operations");
  private static final Set<String> BY_NAMESPACE = Set.of("kinds", "namespaces");

  private Kyverno() {}

  static List<Policy> policies(Snapshot snapshot, Trying trying) {
    Set<String> excepted = excepted(snapshot);
    Stream<Policy> rules =
        Stream.of(CLUSTER_POLICY, POLICY)
            .flatMap(kind -> snapshot.all(kind).stream())
            .flatMap(policy -> rules(policy, excepted));
    Stream<Policy> expressions =
        Stream.of(VALIDATING, IMAGES)
            .flatMap(kind -> snapshot.all(kind).stream())
            .filter(policy -> Asked.pods(Documents.map(spec(policy), "matchConstraints")))
            .map(policy -> expressions(policy, excepted));
    return Stream.concat(rules, expressions).toList();
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

  private static Policy expressions(KubeObject policy, Set<String> excepted) {
    Map<String, Object> spec = spec(policy);
    List<String> actions = Documents.texts(spec, "validationActions");
    boolean images = policy.key().kind().equals(IMAGES);
    List<String> stops =
        !images
            ? Controls.ofLibrary(policy.key().name())
            : Documents.maps(spec, "attestations").isEmpty()
                ? List.of(Controls.SIGNATURES)
                : List.of(Controls.SIGNATURES, Controls.ATTESTATIONS);
    return new Policy(
        ENGINE,
        shown(policy),
        actions.isEmpty() || actions.contains("Deny"),
        Judgement.everywhere(
            new Tried(
                excepted(policy, excepted) ? List.of() : stops,
                List.of(),
                Expressions.words(Expressions.text(spec)),
                "")),
        "",
        Scope.selected(Documents.map(spec, "matchConstraints")));
  }

  private static String shown(KubeObject policy) {
    return policy.key().kind().name() + " " + policy.key().name();
  }

  private static Stream<Policy> rules(KubeObject policy, Set<String> excepted) {
    return Documents.maps(spec(policy), "rules").stream()
        .filter(rule -> rule.containsKey("validate") || rule.containsKey("verifyImages"))
        .flatMap(rule ->
            filters(Documents.map(rule, "match"))
                .filter(match ->
                    Documents.texts(resources(match), "kinds").stream().anyMatch(Kyverno::pod))
                .map(match -> rule(policy, rule, match, excepted(policy, excepted))));
  }

  /** The filters of a match or exclude block; one is enough where there are several. */
  private static Stream<Map<String, Object>> filters(Map<String, Object> block) {
    return Stream.of(List.of(block), Documents.maps(block, "any"), Documents.maps(block, "all"))
        .flatMap(List::stream)
        .filter(filter -> !resources(filter).isEmpty() || filter.containsKey("subjects"));
  }

  private static Map<String, Object> resources(Map<String, Object> filter) {
    return Documents.map(filter, "resources");
  }

  /** Whether a rule is about every pod of the namespaces it names. */
  private static boolean whole(Map<String, Object> rule, Map<String, Object> match) {
    boolean plain =
        SCOPING.containsAll(resources(match).keySet())
            && Set.of("resources").containsAll(match.keySet())
            && Documents.maps(Documents.map(rule, "match"), "all").size() < 2;
    boolean spares =
        filters(Documents.map(rule, "exclude"))
            .anyMatch(filter -> !BY_NAMESPACE.containsAll(resources(filter).keySet()));
    return plain
        && !spares
        && !rule.containsKey("preconditions")
        && !rule.containsKey("celPreconditions");
  }

  private static boolean pod(String kind) {
    return kind.equals("*") || List.of(kind.split("[/.]")).contains("Pod");
  }

  private static Policy rule(
      KubeObject policy, Map<String, Object> rule, Map<String, Object> match, boolean excepted) {
    List<String> words = stops(policy.key().name(), rule);
    boolean sure = whole(rule, match) && !excepted;
    return new Policy(
        ENGINE,
        shown(policy),
        denies(spec(policy), rule),
        Judgement.everywhere(
            sure ? Tried.surely(words) : Tried.notUnderstood(words, "is about some pods only")),
        "",
        scope(policy, rule, resources(match)));
  }

  private static Scope scope(
      KubeObject policy, Map<String, Object> rule, Map<String, Object> match) {
    var excluded =
        Stream.concat(
                filters(Documents.map(rule, "exclude"))
                    .flatMap(filter -> Documents.texts(resources(filter), "namespaces").stream()),
                Documents.maps(spec(policy), "validationFailureActionOverrides").stream()
                    .filter(override -> audits(Documents.text(override, "action")))
                    .flatMap(override -> Documents.texts(override, "namespaces").stream()))
            .toList();
    List<String> names =
        policy.key().namespace().isEmpty()
            ? Documents.texts(match, "namespaces")
            : List.of(policy.key().namespace());
    return new Scope(names, excluded, List.of(Documents.map(match, "namespaceSelector")));
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

  private static List<String> stops(String name, Map<String, Object> rule) {
    Map<String, Object> standard = Documents.map(Documents.map(rule, "validate"), "podSecurity");
    if (!standard.isEmpty()) {
      return level(standard);
    }
    List<Map<String, Object>> images = Documents.maps(rule, "verifyImages");
    if (images.isEmpty()) {
      return Controls.ofLibrary(name);
    }
    return images.stream().anyMatch(image -> !Documents.maps(image, "attestations").isEmpty())
        ? List.of(Controls.SIGNATURES, Controls.ATTESTATIONS)
        : List.of(Controls.SIGNATURES);
  }

  private static List<String> level(Map<String, Object> standard) {
    Set<String> stops = new LinkedHashSet<>(Controls.ofLevel(Documents.text(standard, "level")));
    Documents.maps(standard, "exclude").stream()
        .map(exclude -> Documents.text(exclude, "controlName"))
        .map(name -> Controls.PAGES.getOrDefault(name, Set.of()))
        .forEach(stops::removeAll);
    return List.copyOf(stops);
  }
}
