package dev.plumbline.web.pages.control;

import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.Framework;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the framework itself says of a control. */
final class ControlFacts {

  private static final Map<String, String> LABELS =
      Map.of(
          "level", "Level",
          "profile", "Profile",
          "assessment", "Assessment",
          "observable", "Seen in",
          "type", "Type",
          "duty", "Duty",
          "applies", "Applies to",
          "scope", "Scope",
          "needs", "Needs");

  private ControlFacts() {}

  static List<Fact> of(Framework framework, Control control) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Framework", framework.fullName()));
    control.traits().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(trait -> facts.add(Fact.of(label(trait.getKey()), trait.getValue())));
    if (!control.mapping().objectives().isEmpty()) {
      facts.add(Fact.of("Objectives", String.join(", ", control.mapping().objectives())));
      facts.add(Fact.of("Mapping", confidence(control)));
    }
    return facts;
  }

  private static String label(String trait) {
    return LABELS.getOrDefault(trait, trait);
  }

  private static String confidence(Control control) {
    return control.mapping().sourced()
        ? Format.counted(
            control.mapping().sourcedPairs(),
            "pair also stands in a public mapping",
            "pairs also stand in public mappings")
        : "judged by us; no assessor has reviewed it";
  }
}
