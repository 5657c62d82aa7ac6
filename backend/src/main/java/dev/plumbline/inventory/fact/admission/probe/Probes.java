package dev.plumbline.inventory.fact.admission.probe;

import static dev.plumbline.inventory.fact.admission.probe.Pods.SECURITY;
import static dev.plumbline.inventory.fact.admission.probe.Pods.in;
import static dev.plumbline.inventory.fact.admission.probe.Pods.list;
import static dev.plumbline.inventory.fact.admission.probe.Pods.listIn;
import static dev.plumbline.inventory.fact.admission.probe.Pods.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every way to violate every control that is tried, for one image. */
public final class Probes {

  /** An image with a tag and a digest. */
  public static final String IMAGE = image("registry.k8s.io");

  private static final List<String> LISTS = List.of("containers", "initContainers", Variant.LATER);
  private static final List<Variant> USUAL = List.copyOf(new Probes(IMAGE).all);
  private static final Map<String, List<String>> NAMES = namesOf(USUAL);

  private final String image;
  private final List<Variant> all = new ArrayList<>();
  private final Map<String, List<Trial>> twins = new HashMap<>();

  private Probes(String image) {
    this.image = image;
    Violations.addTo(this);
    ImageViolations.addTo(this, image);
  }

  /** An image of a registry, or of a folder there. */
  public static String image(String registry) {
    return registry + "/probe/app:1.2.3@sha256:" + "0123456789abcdef".repeat(4);
  }

  /** Pods that violate nothing. */
  public static List<Trial> harmless(String image) {
    return Pods.both(image).stream().map(pod -> new Trial(pod, Optional.empty())).toList();
  }

  /** Every violation, by pods of one image. */
  public static List<Variant> of(String image) {
    return image.equals(IMAGE) ? USUAL : List.copyOf(new Probes(image).all);
  }

  /** The names of a control's variants. */
  public static List<String> names(String control) {
    return NAMES.getOrDefault(control, List.of());
  }

  private static Map<String, List<String>> namesOf(List<Variant> variants) {
    return variants.stream()
        .collect(
            Collectors.groupingBy(
                Variant::control, Collectors.mapping(Variant::name, Collectors.toList())));
  }

  /** A violation of the pod as a whole. */
  void pod(String control, String name, Consumer<Map<String, Object>> violate) {
    List<Trial> trials = new ArrayList<>();
    for (Map<String, Object> pod : Pods.both(image)) {
      violate.accept(in(pod, "spec"));
      trials.add(new Trial(pod, Optional.empty()));
    }
    all.add(new Variant(control, name, trials, List.of()));
  }

  /** A violation of the pod's security context. */
  void podSecurity(String control, String name, Consumer<Map<String, Object>> violate) {
    pod(control, name, spec -> violate.accept(in(spec, SECURITY)));
  }

  /** A violation by one container more, in each list. */
  void containers(String control, String what, Consumer<Map<String, Object>> violate) {
    LISTS.forEach(list -> container(control, list, what, violate));
  }

  /** The same of its security context. */
  void security(String control, String what, Consumer<Map<String, Object>> violate) {
    containers(control, what, container -> violate.accept(in(container, SECURITY)));
  }

  void container(String control, String list, String what, Consumer<Map<String, Object>> violate) {
    List<Trial> usual = twins.computeIfAbsent(list, it -> twins(it, container -> {}));
    container(control, list, what, usual, violate);
  }

  /** A violation by a container that has more than others have without it. */
  void container(
      String control,
      String list,
      String what,
      Consumer<Map<String, Object>> prepare,
      Consumer<Map<String, Object>> violate) {
    container(control, list, what, twins(list, prepare), prepare.andThen(violate));
  }

  private void container(
      String control,
      String list,
      String what,
      List<Trial> unharmed,
      Consumer<Map<String, Object>> violate) {
    String name = what.isEmpty() ? list : list + ": " + what;
    all.add(new Variant(control, name, with(list, violate), unharmed));
  }

  private List<Trial> twins(String list, Consumer<Map<String, Object>> prepare) {
    return list.equals(Variant.LATER) ? List.of() : with(list, prepare);
  }

  /** Pods with one container more. */
  private List<Trial> with(String list, Consumer<Map<String, Object>> change) {
    boolean later = list.equals(Variant.LATER);
    List<Trial> trials = new ArrayList<>();
    for (boolean wordy : new boolean[] {false, true}) {
      int index = wordy ? 1 : 0;
      Map<String, Object> pod = Pods.both(image).get(index);
      Map<String, Object> added =
          Pods.container("other", image, wordy, wordy && list.equals("containers"));
      if (later) {
        added.remove("resources");
      }
      change.accept(added);
      listIn(in(pod, "spec"), list).add(added);
      trials.add(
          new Trial(pod, later ? Optional.of(Pods.both(image).get(index)) : Optional.empty()));
    }
    return trials;
  }

  /** A violation by a volume that nothing mounts. */
  void volume(String control, String type, Map<String, Object> source) {
    pod(control, type, spec -> listIn(spec, "volumes").add(map("name", "other", type, source)));
  }

  static void drop(Map<String, Object> security, String capability) {
    in(security, "capabilities").put("drop", list(capability));
  }
}
