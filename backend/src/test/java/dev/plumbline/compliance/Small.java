package dev.plumbline.compliance;

import java.util.Map;

/** A law of one control and one objective, that no shipped idea serves. */
final class Small {

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

  static final Frameworks FRAMEWORKS =
      Frameworks.of(
          Map.of(
              "objectives.yaml",
              "objectives: {closed-doors: {title: Doors, meaning: Closed, evidence: Seen, limits:"
                  + " Keys}}",
              "concepts.yaml",
              "concepts: {weighing: {title: W, objective: closed-doors, severity: medium, family:"
                  + " house, seen_by: api}}",
              "benchmarks.yaml",
              "kubernetes: [{since: \"1.1\", published: \"1\", use: law}]",
              "law.yaml",
              LAW));

  private Small() {}

  static Framework law() {
    return FRAMEWORKS.find("law").orElseThrow();
  }
}
