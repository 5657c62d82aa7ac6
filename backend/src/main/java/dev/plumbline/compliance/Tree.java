package dev.plumbline.compliance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Who stands above whom in a framework. */
final class Tree {

  private final Map<String, String> parents = new HashMap<>();

  Tree(Framework framework) {
    framework.sections().forEach(section -> parents.put(section.id(), section.parent()));
    framework.controls().forEach(control -> parents.put(control.id(), control.parent()));
  }

  /** Every section and control above this one, nearest first. */
  Set<String> above(String id) {
    var above = new LinkedHashSet<String>();
    String next = parents.getOrDefault(id, "");
    while (!next.isEmpty() && above.add(next)) {
      next = parents.getOrDefault(next, "");
    }
    return above;
  }

  /** What stands below each section and control, counted. */
  <T> Map<String, Counts> counts(
      List<T> standings, Function<T, Control> control, Function<T, ControlStatus> status) {
    var below = new HashMap<String, List<ControlStatus>>();
    for (T standing : standings) {
      for (String id : above(control.apply(standing).id())) {
        below.computeIfAbsent(id, key -> new ArrayList<>()).add(status.apply(standing));
      }
    }
    var counts = new HashMap<String, Counts>();
    below.forEach((id, statuses) -> counts.put(id, Counts.of(statuses)));
    return counts;
  }

  /**
   * Reports ids given twice, parents that do not exist, and circles.
   *
   * @param places the entries of the file by id
   */
  static void demandWhole(Framework framework, Entry file, Map<String, Entry> places) {
    var ids = new LinkedHashSet<String>();
    var whole = new Whole(file, places, ids);
    framework.sections().forEach(section -> whole.once(section.id(), "sections"));
    framework.controls().forEach(control -> whole.once(control.id(), "controls"));
    framework.sections().forEach(at -> whole.exists(at.id(), at.parent(), "sections"));
    framework.controls().forEach(at -> whole.exists(at.id(), at.parent(), "controls"));
    var tree = new Tree(framework);
    for (String id : ids) {
      if (tree.above(id).contains(id)) {
        file.report("parent", "goes in a circle at \"" + id + "\"", places.get(id));
      }
    }
  }

  private record Whole(Entry file, Map<String, Entry> places, Set<String> ids) {

    void once(String id, String key) {
      if (!ids.add(id)) {
        file.report(key, "has the id \"" + id + "\" twice", places.get(id));
      }
    }

    void exists(String id, String parent, String key) {
      if (!parent.isEmpty() && !ids.contains(parent)) {
        file.report(key, "has no parent \"" + parent + "\" for \"" + id + "\"", places.get(id));
      }
    }
  }
}
