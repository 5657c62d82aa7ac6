package dev.plumbline.compliance;

import dev.plumbline.check.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words all frameworks share: objectives, and the concepts that serve them. */
final class Vocabulary {

  private final Map<String, Objective> objectives;
  private final Map<String, Concept> concepts;
  private final Map<String, List<Concept>> byObjective = new LinkedHashMap<>();

  private Vocabulary(Map<String, Objective> objectives, Map<String, Concept> concepts) {
    this.objectives = objectives;
    this.concepts = concepts;
    for (Concept concept : concepts.values()) {
      byObjective.computeIfAbsent(concept.objective(), word -> new ArrayList<>()).add(concept);
    }
  }

  static Vocabulary read(Entry objectiveFile, Entry conceptFile) {
    var objectives = new LinkedHashMap<String, Objective>();
    objectiveFile.named("objectives").forEach((id, at) -> objectives.put(id, objective(id, at)));
    objectiveFile.finish();
    var concepts = new LinkedHashMap<String, Concept>();
    conceptFile
        .named("concepts")
        .forEach((id, at) -> concepts.put(id, concept(id, at, objectives)));
    conceptFile.finish();
    return new Vocabulary(objectives, concepts);
  }

  private static Objective objective(String id, Entry at) {
    var objective =
        new Objective(
            id, at.text("title"), at.text("meaning"), at.text("evidence"), at.text("limits"));
    at.close();
    return objective;
  }

  private static Concept concept(String id, Entry at, Map<String, Objective> objectives) {
    String objective = at.text("objective");
    if (!objectives.containsKey(objective)) {
      throw at.wrong("objective", "names no objective: " + objective);
    }
    var concept =
        new Concept(
            id,
            at.text("title"),
            objective,
            at.one(Severity.class, "severity"),
            at.text("family"),
            at.one(Sight.class, "seen_by"),
            at.texts("node_items"),
            at.has("only_on") && at.one(Hosting.class, "only_on") == Hosting.MANAGED);
    at.close();
    return concept;
  }

  Collection<Objective> objectives() {
    return objectives.values();
  }

  @Nullable Objective objective(String id) {
    return objectives.get(id);
  }

  Collection<Concept> concepts() {
    return concepts.values();
  }

  @Nullable Concept concept(String id) {
    return concepts.get(id);
  }

  /** What a mapping wants, in the order it names it; all its words are known. */
  Set<Concept> concepts(Control.Mapping mapping) {
    var wanted = new LinkedHashSet<Concept>();
    mapping.objectives().forEach(word -> wanted.addAll(byObjective.getOrDefault(word, List.of())));
    mapping.plus().forEach(id -> add(wanted, id));
    wanted.removeIf(concept -> mapping.minus().contains(concept.id()));
    return wanted;
  }

  private void add(Set<Concept> wanted, String id) {
    Concept concept = concepts.get(id);
    if (concept != null) {
      wanted.add(concept);
    }
  }
}
