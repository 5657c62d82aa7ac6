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

  /** Refuses ids given twice, parents that do not exist, and circles. */
  static void demandWhole(Framework framework, Entry file) {
    var ids = new LinkedHashSet<String>();
    framework.sections().forEach(section -> once(ids, section.id(), "sections", file));
    framework.controls().forEach(control -> once(ids, control.id(), "controls", file));
    framework.sections().forEach(at -> exists(ids, at.id(), at.parent(), "sections", file));
    framework.controls().forEach(at -> exists(ids, at.id(), at.parent(), "controls", file));
    var tree = new Tree(framework);
    for (String id : ids) {
      if (tree.above(id).contains(id)) {
        throw file.wrong("parent", "goes in a circle at \"" + id + "\"");
      }
    }
  }

  private static void once(Set<String> ids, String id, String key, Entry file) {
    if (!ids.add(id)) {
      throw file.wrong(key, "has the id \"" + id + "\" twice");
    }
  }

  private static void exists(Set<String> ids, String id, String parent, String key, Entry file) {
    if (!parent.isEmpty() && !ids.contains(parent)) {
      throw file.wrong(key, "has no parent \"" + parent + "\" for \"" + id + "\"");
    }
  }
}
