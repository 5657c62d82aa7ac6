package dev.plumbline.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One item of a framework, in our own words.
 *
 * @param id number in the framework, such as {@code 1.2.5} or {@code 164.312(a)(1)}
 * @param parent the section or control above it
 * @param kindManaged kind on clusters whose control plane a provider runs, null where it is the
 *     same
 * @param mapping what joins a regulation's control to checks; in technical benchmarks at most ideas
 *     that no check names
 * @param benchmark names, of this edition or another, by which checks point here, such as {@code
 *     cis-1.12/5.2.2}
 * @param evidence what the clusters show
 * @param ask what a person must still show, empty when nothing
 * @param provider what the provider owes, by {@code eks}, {@code gke} and {@code aks}
 * @param traits marks of the framework itself, such as {@code level}, {@code duty}, {@code applies}
 */
public record Control(
    String id,
    String parent,
    String topic,
    ControlKind kind,
    @Nullable ControlKind kindManaged,
    Mapping mapping,
    List<String> benchmark,
    String evidence,
    String ask,
    Map<String, String> provider,
    Map<String, String> traits) {

  public Control {
    benchmark = List.copyOf(benchmark);
    provider = Map.copyOf(provider);
    traits = Map.copyOf(traits);
  }

  /** The kind in force on a cluster hosted like this. */
  public ControlKind kindOn(Hosting hosting) {
    if (hosting != Hosting.MANAGED) {
      return kind == ControlKind.PROVIDER ? ControlKind.MANUAL : kind;
    }
    return kindManaged == null ? kind : kindManaged;
  }

  /** Whether a person may attest it: something is asked, or no machine answers everywhere. */
  public boolean attestable() {
    return !ask.isEmpty() || !kind.machineCheckable() || kindManaged != null;
  }

  /** The sections it serves, where they are tactics and it is a technique; else none. */
  public List<String> tactics() {
    String tactics = traits.getOrDefault("tactics", "");
    return tactics.isEmpty() ? List.of() : List.of(tactics.split(", "));
  }

  /** The same item under the number of another edition, at which checks may point as well. */
  Control as(String number, String name) {
    var names = new ArrayList<>(benchmark);
    names.add(name);
    return new Control(
        number, parent, topic, kind, kindManaged, mapping, names, evidence, ask, provider, traits);
  }

  /**
   * What a control wants of the checks: the concepts of its objectives, plus some, minus some.
   *
   * @param sourced whether at least one pair also stands in a public repository's file
   * @param sourcedPairs how many pairs do
   */
  public record Mapping(
      List<String> objectives,
      List<String> plus,
      List<String> minus,
      boolean sourced,
      int sourcedPairs) {

    static final Mapping NONE = new Mapping(List.of(), List.of(), List.of(), false, 0);

    public Mapping {
      objectives = List.copyOf(objectives);
      plus = List.copyOf(plus);
      minus = List.copyOf(minus);
    }

    /** Whether it wants anything at all. */
    boolean names() {
      return !objectives.isEmpty() || !plus.isEmpty();
    }
  }
}
