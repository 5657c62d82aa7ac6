package dev.plumbline.web.api.frameworks;

import dev.plumbline.compliance.ChosenBenchmark;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Counts;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.Framework;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A framework with its sections and controls. */
record TreeJson(FrameworkJson framework, List<Section> sections, List<ControlJson> controls) {

  /**
   * A heading.
   *
   * @param parent the heading above it, empty at the top
   * @param counts controls below it by status, however deep
   */
  record Section(String id, String parent, String topic, Map<ControlStatus, Integer> counts) {}

  static TreeJson of(FleetStanding fleet, boolean scanned, Map<UUID, ChosenBenchmark> chosen) {
    Map<String, Counts> counts = fleet.sections();
    return new TreeJson(
        FrameworkJson.of(fleet, scanned, chosen),
        fleet.framework().sections().stream().map(section -> section(section, counts)).toList(),
        fleet.controls().stream().map(ControlJson::of).toList());
  }

  private static Section section(Framework.Section section, Map<String, Counts> counts) {
    return new Section(
        section.id(),
        section.parent(),
        section.topic(),
        FrameworkJson.all(counts.getOrDefault(section.id(), Counts.NONE)));
  }
}
