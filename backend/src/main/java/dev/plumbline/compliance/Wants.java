package dev.plumbline.compliance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plumbline.check.Check;
import dev.plumbline.check.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which checks each control wants, built or not. */
final class Wants {

  private static final int KEPT = 1000;

  private final Frameworks frameworks;
  private final Map<String, Check> byName = new HashMap<>();
  private final Map<String, List<Check>> byBenchmark = new HashMap<>();
  private final Map<String, Concept> byNodeItem = new HashMap<>();
  private final Map<String, List<Check>> newcomers = new HashMap<>();
  private final Cache<Framework, Map<String, List<Want>>> wants =
      Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build();

  Wants(Frameworks frameworks, Collection<Check> checks) {
    this.frameworks = frameworks;
    for (Concept concept : frameworks.concepts()) {
      concept.nodeItems().forEach(item -> byNodeItem.merge(item, concept, Wants::narrower));
    }
    for (Check check : checks) {
      byName.put(check.id(), check);
      check.aliases().forEach(alias -> byName.put(alias, check));
      for (String name : check.benchmark()) {
        byBenchmark.computeIfAbsent(name, key -> new ArrayList<>()).add(check);
      }
    }
    checks.stream().filter(this::newcomer).forEach(this::welcome);
  }

  /** What a control wants: one entry for each check, and for each concept without one. */
  List<Want> of(Framework framework, Control control) {
    return wants.get(framework, this::join).getOrDefault(control.id(), List.of());
  }

  private Map<String, List<Want>> join(Framework framework) {
    var joined = new HashMap<String, List<Want>>();
    framework.controls().forEach(control -> joined.put(control.id(), join(control)));
    return joined;
  }

  private List<Want> join(Control control) {
    var all = new LinkedHashMap<String, Want>();
    for (String name : control.benchmark()) {
      byBenchmark.getOrDefault(name, List.of()).forEach(check -> add(all, new Want(check, null)));
    }
    if (all.isEmpty() && onNode(control)) {
      add(all, new Want(null, ofNode(control)));
    }
    for (Concept concept : frameworks.concepts(control)) {
      add(all, new Want(byName.get(concept.id()), concept));
    }
    var mapping = control.mapping();
    for (String objective : mapping.objectives()) {
      newcomers.getOrDefault(objective, List.of()).stream()
          .filter(check -> !mapping.minus().contains(check.id()))
          .forEach(check -> add(all, new Want(check, null)));
      if (frameworks.objective(objective).isEmpty()) {
        add(all, new Want(null, gone(objective)));
      }
    }
    mapping.plus().stream()
        .filter(id -> frameworks.concept(id).isEmpty())
        .forEach(id -> add(all, named(id)));
    return List.copyOf(all.values());
  }

  /** A check that a control names by its id; one that is gone is never judged. */
  private Want named(String id) {
    Check check = byName.get(id);
    return check == null ? new Want(null, gone(id)) : new Want(check, null);
  }

  private static Concept gone(String id) {
    return new Concept(id, id, "", Severity.MEDIUM, "", Sight.GONE, List.of(), false);
  }

  private static boolean onNode(Control control) {
    return control.kind() == ControlKind.NODE_ONLY && !control.benchmark().isEmpty();
  }

  /** What answers a benchmark's control that stands in files of a node. */
  private Concept ofNode(Control control) {
    return control.benchmark().stream()
        .map(byNodeItem::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(concept -> concept.on(control.benchmark()))
        .orElseGet(() -> Concept.of(control));
  }

  /** Of two concepts that an item answers, the one that asks for less. */
  private static Concept narrower(Concept one, Concept other) {
    return other.nodeItems().size() < one.nodeItems().size() ? other : one;
  }

  private boolean newcomer(Check check) {
    return frameworks.concept(check.id()).isEmpty()
        && check.aliases().stream().allMatch(alias -> frameworks.concept(alias).isEmpty());
  }

  /** A check of no listed concept counts wherever its objective is wanted. */
  private void welcome(Check check) {
    newcomers.computeIfAbsent(check.objective(), key -> new ArrayList<>()).add(check);
  }

  private static void add(Map<String, Want> all, Want want) {
    all.putIfAbsent(want.id(), want);
  }
}
