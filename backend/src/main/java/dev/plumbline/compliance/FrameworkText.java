package dev.plumbline.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Frameworks as YAML: to export, to start from, and to change in one place. */
public final class FrameworkText {

  private FrameworkText() {}

  /** Any framework as one whole YAML file. */
  public static String of(Framework framework) {
    return FrameworkWriter.write(framework);
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
