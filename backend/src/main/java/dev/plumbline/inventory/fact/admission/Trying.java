package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.probe.Probes;
import dev.plumbline.inventory.fact.admission.probe.Trial;
import dev.plumbline.inventory.fact.admission.probe.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tries demands on pods that violate nothing and on pods that violate one control in one way. */
final class Trying {

  private static final long STEPS = 200_000_000;
  private static final List<Boolean> PERSON = List.of(false);
  private static final List<Boolean> BOTH = List.of(false, true);
  private static final List<String> WHO =
      List.of("userInfo", "{serviceAccountN", "{ serviceAccountN");
  private static final Map<String, List<String>> HALVES =
      Map.of("hostNamespaces", List.of(Controls.HOST_NETWORK, Controls.HOST_PROCESSES));

  private final Meter meter = new Meter(STEPS);
  private final Map<String, List<Variant>> variants = new HashMap<>();

  Meter meter() {
    return meter;
  }

  /**
   * What a policy stops that makes these demands.
   *
   * @param text of the whole policy, which may tell images it allows and whether it looks at who
   *     asks
   */
  Tried of(List<Demand> demands, String text) {
    meter.beginPolicy();
    List<String> images = Images.in(text);
    List<Boolean> makers = WHO.stream().anyMatch(text::contains) ? BOTH : PERSON;
    var refused = new TreeMap<String, Set<String>>();
    Set<String> about = new TreeSet<>();
    Set<String> why = new LinkedHashSet<>();
    for (Demand demand : demands) {
      try {
        refusedOf(demand, images, makers)
            .forEach((control, names) ->
                refused.computeIfAbsent(control, new_ -> new LinkedHashSet<>()).addAll(names));
      } catch (NotUnderstood e) {
        about.addAll(demand.about());
        why.add(e.why());
      }
    }
    return tried(refused, about, why);
  }

  private Map<String, Set<String>> refusedOf(
      Demand demand, List<String> images, List<Boolean> makers) {
    for (String image : images) {
      if (any(Probes.harmless(image), demand, makers)) {
        return refused(demand, variants.computeIfAbsent(image, Probes::of), makers);
      }
    }
    return Map.of();
  }

  private static Map<String, Set<String>> refused(
      Demand demand, List<Variant> variants, List<Boolean> makers) {
    var refused = new HashMap<String, Set<String>>();
    var twins = new IdentityHashMap<List<Trial>, Boolean>();
    for (Variant variant : variants) {
      boolean admitted = any(variant.trials(), demand, makers);
      if (!admitted
          && twins.computeIfAbsent(
              variant.twins(), it -> it.isEmpty() || any(it, demand, makers))) {
        refused
            .computeIfAbsent(variant.control(), control -> new LinkedHashSet<>())
            .add(variant.name());
      }
    }
    return refused;
  }

  private static boolean any(List<Trial> trials, Demand demand, List<Boolean> makers) {
    return trials.stream().anyMatch(trial -> demand.admits(trial, makers));
  }

  private static Tried tried(Map<String, Set<String>> refused, Set<String> about, Set<String> why) {
    List<String> stops = new ArrayList<>();
    List<Partly> partly = new ArrayList<>();
    refused.forEach((control, names) -> {
      List<String> admitted =
          Probes.names(control).stream().filter(name -> !names.contains(name)).toList();
      if (admitted.isEmpty()) {
        stops.add(control);
      } else {
        partly.add(new Partly(control, List.copyOf(names), admitted, ""));
      }
    });
    HALVES.forEach((whole, halves) -> {
      if (stops.contains(whole)) {
        stops.removeAll(halves);
      }
    });
    List<String> open = about.stream().filter(word -> !stops.contains(word)).toList();
    return new Tried(List.copyOf(stops), partly, open, String.join("; ", why));
  }
}
