package dev.plumbline.compliance;

import java.util.HashMap;
import java.util.List;

/** Made-up files of one objective and one concept, and a law of one control that asks for it. */
final class Small {

  static final String OBJECTIVES =
      """
      objectives:
        closed-doors: {title: Doors, meaning: Closed, evidence: Seen, limits: Keys}
      """;
  static final String CONCEPTS =
      """
      concepts:
        door-open: {title: Door open, objective: closed-doors, severity: high, family: house, seen_by: api}
      """;

  private static final String LAW =
      """
      id: law
      name: Law
      edition: "1"
      type: regulation
      mapping_version: "1.0.0"
      mapping_date: "2026-11-22"
      status: In force.
      licence: Own words.
      link: https://example.org/
      sections: [{id: "1", topic: Houses}]
      controls:
        - {id: "1.1", parent: "1", topic: Doors, kind: evidence, objectives: [closed-doors], evidence: Seen, confidence: judged}
      """;

  static final Frameworks FRAMEWORKS = read("law", LAW);

  private Small() {}

  static Framework law() {
    return FRAMEWORKS.find("law").orElseThrow();
  }

  /**
   * Reads frameworks beside the words above.
   *
   * @param first id of the first one, which counts for every cluster
   * @param texts the first one, and perhaps one called {@code second}
   */
  static Frameworks read(String first, String... texts) {
    var files = new HashMap<String, String>();
    files.put("objectives.yaml", OBJECTIVES);
    files.put("concepts.yaml", CONCEPTS);
    files.put(
        "benchmarks.yaml",
        "kubernetes: [{since: \"1.1\", published: \"1\", use: %s}]".formatted(first));
    List<String> names = List.of(first, "second");
    for (int i = 0; i < texts.length; i++) {
      files.put(names.get(i) + ".yaml", texts[i]);
    }
    return Frameworks.of(files);
  }
}
