package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.admission.probe.Probes;
import java.util.ArrayList;
import java.util.List;

/**
 * What a policy stops in a namespace.
 *
 * @param stops controls of which every violation is refused
 * @param partly those of which some are
 * @param about those whose fields it reads without being understood
 * @param why it is not understood; empty where it is
 */
record Tried(List<String> stops, List<Partly> partly, List<String> about, String why) {

  static Tried surely(List<String> stops) {
    return new Tried(stops, List.of(), List.of(), "");
  }

  static Tried notUnderstood(List<String> about, String why) {
    return new Tried(List.of(), List.of(), about, why);
  }

  /** The same for some pods only. */
  Tried onlyFor(String where) {
    if (where.isEmpty()) {
      return this;
    }
    var some = new ArrayList<Partly>();
    stops.forEach(
        control -> some.add(new Partly(control, Probes.names(control), List.of(), where)));
    partly.forEach(one ->
        some.add(
            new Partly(one.control(), one.refused(), one.admitted(), both(one.where(), where))));
    return new Tried(List.of(), some, about, why);
  }

  private static String both(String one, String other) {
    return one.isEmpty() ? other : one + " and " + other;
  }
}
