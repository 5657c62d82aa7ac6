package dev.plumbline.compliance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A benchmark or regulation as a tree of sections and controls.
 *
 * @param id the file's name, such as {@code pci-dss-4.0.1}
 * @param edition the standard's own edition
 * @param mappingVersion version of our mapping: patch wording, minor pairs, major objectives
 * @param noScore why one figure would mislead, empty when there is a score
 */
public record Framework(
    String id,
    String name,
    String edition,
    Type type,
    String mappingVersion,
    LocalDate mappingDate,
    String status,
    String licence,
    String link,
    String noScore,
    List<Section> sections,
    List<Control> controls) {

  public Framework {
    sections = List.copyOf(sections);
    controls = List.copyOf(controls);
  }

  /** The same, its mapping told by the revision of its text as well. */
  Framework revised(int revision) {
    return new Framework(
        id,
        name,
        edition,
        type,
        mappingVersion + ", revision " + revision,
        mappingDate,
        status,
        licence,
        link,
        noScore,
        sections,
        controls);
  }

  /** Whether the organisation wrote it. */
  public boolean own() {
    return Frameworks.isOwn(id);
  }

  /** Name and edition, where the edition is a number; such as {@code PCI DSS 4.0.1}. */
  public String fullName() {
    return edition.contains(" ") ? name : name + " " + edition;
  }

  /** Whether its sections are tactics, and its controls techniques that may serve several. */
  public boolean matrix() {
    return controls.stream().anyMatch(control -> !control.tactics().isEmpty());
  }

  public boolean scored() {
    return noScore.isEmpty();
  }

  public Optional<Control> control(String controlId) {
    return controls.stream().filter(control -> control.id().equals(controlId)).findFirst();
  }

  /** How many controls a read-only kubeconfig can show at least in part, provider aside. */
  public int machineCheckable() {
    return (int) controls.stream().filter(control -> control.kind().machineCheckable()).count();
  }

  /** What joins a framework's controls to checks. */
  public enum Type {
    /** Checks name its items. */
    BENCHMARK,
    /** Its controls name objectives. */
    REGULATION
  }

  /**
   * A heading.
   *
   * @param parent the heading above it, empty at the top
   */
  public record Section(String id, String parent, String topic) {}
}
