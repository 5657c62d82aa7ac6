package dev.plumbline.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Frameworks as YAML: to export, to start from, and to change in one place. */
public final class FrameworkText {

  private static final String BLANK =
      """
      # Nothing of this counts before it is published.
      id: %s
      name: %s
      edition: "1"
      # benchmark: controls name checks. regulation: they name objectives too, with all their checks.
      type: benchmark
      mapping_version: "1"
      mapping_date: "%s"
      sections:
        - id: A
          topic: First chapter
      controls:
        - id: A.1
          parent: A
          topic: Containers are not privileged
          kind: evidence
          # ids of checks, as the catalogue names them
          plus: [pod-privileged]
          evidence: Containers that run privileged.
        - id: A.2
          parent: A
          topic: Somebody answers for every cluster
          # manual: a person attests it
          kind: manual
          ask: Who it is, and where that is written.
      """;

  private FrameworkText() {}

  /** Any framework as one whole YAML file. */
  public static String of(Framework framework) {
    return FrameworkWriter.write(framework);
  }

  /** Something to begin with: a framework of two controls, with words on what goes where. */
  public static String blank(String id, String name, LocalDate today) {
    return BLANK.formatted(FrameworkWriter.text(id), FrameworkWriter.text(name), today);
  }

  /** A copy under another id and name, to go on from. */
  public static String copy(Framework framework, String id, String name, LocalDate today) {
    return FrameworkWriter.write(
        new Framework(
            id,
            name,
            framework.edition(),
            framework.type(),
            "1",
            today,
            "In use.",
            framework.licence(),
            framework.link(),
            framework.noScore(),
            framework.sections(),
            framework.controls()));
  }

  /** The same framework with one control in the place of another, or at the end of all. */
  public static Framework with(Framework framework, String id, Control control) {
    var controls = new ArrayList<>(framework.controls());
    int at = controls.stream().map(Control::id).toList().indexOf(id);
    if (at < 0) {
      controls.add(control);
    } else {
      controls.set(at, control);
    }
    return with(framework, controls);
  }

  /** The same framework without a control. */
  public static Framework without(Framework framework, String id) {
    return with(
        framework,
        framework.controls().stream().filter(control -> !control.id().equals(id)).toList());
  }

  private static Framework with(Framework framework, List<Control> controls) {
    return new Framework(
        framework.id(),
        framework.name(),
        framework.edition(),
        framework.type(),
        framework.mappingVersion(),
        framework.mappingDate(),
        framework.status(),
        framework.licence(),
        framework.link(),
        framework.noScore(),
        framework.sections(),
        controls);
  }
}
