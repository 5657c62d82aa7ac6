package dev.plumbline.compliance;

import dev.plumbline.check.Tally;
import dev.plumbline.compliance.NodeReport.Answer;
import dev.plumbline.inventory.KubeObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What node reports say of items at an instant. */
final class NodeItems {

  /** Nothing was seen on nodes. */
  static final NodeItems NONE = new NodeItems(Map.of(), List.of(), List.of(), Instant.EPOCH);

  private static final String CONTROL_PLANE_ITEMS = "cis-1.12/1.";
  private static final List<String> CONTROL_PLANE =
      List.of("control-plane", "master", "controlplane", "etcd");

  private final Map<String, List<Said>> answers;
  private final List<String> nodes;
  private final List<String> controlPlane;
  private final Instant at;
  private final Map<List<String>, Optional<NodeStanding>> standings = new ConcurrentHashMap<>();

  private NodeItems(
      Map<String, List<Said>> answers, List<String> nodes, List<String> controlPlane, Instant at) {
    this.answers = answers;
    this.nodes = nodes;
    this.controlPlane = controlPlane;
    this.at = at;
  }

  /** Takes all nodes by name, and those of the control plane. */
  static NodeItems of(
      NodeEditions editions,
      List<NodeReport> reports,
      List<String> nodes,
      List<String> controlPlane,
      Instant at) {
    Map<String, List<Said>> answers = new HashMap<>();
    for (NodeReport report : reports) {
      report
          .results()
          .forEach((number, answer) ->
              editions
                  .item(report.benchmark(), number)
                  .ifPresent(item ->
                      answers
                          .computeIfAbsent(item, any -> new ArrayList<>())
                          .add(new Said(report.node(), answer, report.at()))));
    }
    return new NodeItems(answers, nodes, controlPlane, at);
  }

  static boolean controlPlane(KubeObject node) {
    return CONTROL_PLANE.stream()
        .anyMatch(role -> node.labels().containsKey("node-role.kubernetes.io/" + role));
  }

  /** What all nodes say of items that ask the same; empty when no report speaks of any. */
  Optional<NodeStanding> of(List<String> items) {
    return items.isEmpty()
        ? Optional.empty()
        : standings.computeIfAbsent(List.copyOf(items), this::standing);
  }

  private record Said(String node, Answer answer, Instant at) {

    /** The newer report counts; of one report, the worse item. */
    Said or(Said other) {
      if (!at.equals(other.at)) {
        return at.isAfter(other.at) ? this : other;
      }
      return answer == Answer.FAIL || (answer == Answer.WARN && other.answer != Answer.FAIL)
          ? this
          : other;
    }
  }

  private Optional<NodeStanding> standing(List<String> items) {
    Map<String, Said> said = new TreeMap<>();
    for (String item : items) {
      answers.getOrDefault(item, List.of()).forEach(one -> said.merge(one.node(), one, Said::or));
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(standing(said, expected(items)));
  }

  /** Items of the control plane are asked of its nodes, the others of all. */
  private List<String> expected(List<String> items) {
    boolean ofControlPlane = items.stream().allMatch(item -> item.startsWith(CONTROL_PLANE_ITEMS));
    return ofControlPlane ? controlPlane : nodes;
  }

  private NodeStanding standing(Map<String, Said> said, List<String> expected) {
    var failed = new TreeSet<String>();
    var passed = new TreeSet<String>();
    Map<String, String> open = new TreeMap<>();
    said.forEach((node, one) -> {
      Duration age = Duration.between(one.at(), at);
      if (age.compareTo(NodeReports.FRESH) > 0) {
        open.put(node, "the result of " + node + " is " + age.toDays() + " days old");
      } else if (one.answer() == Answer.FAIL) {
        failed.add(node);
      } else if (one.answer() == Answer.PASS) {
        passed.add(node);
      } else {
        open.put(node, "on " + node + " a person must look");
      }
    });
    expected.stream()
        .filter(node -> !said.containsKey(node))
        .forEach(node -> open.put(node, "no result of " + node));
    return standing(failed, passed, open);
  }

  private static NodeStanding standing(
      TreeSet<String> failed, TreeSet<String> passed, Map<String, String> open) {
    var tally = new Tally(passed.size(), failed.size(), 0, open.size());
    if (!failed.isEmpty()) {
      return new NodeStanding(Evidence.State.FAILS, tally, "fails on " + some(failed));
    }
    return open.isEmpty()
        ? new NodeStanding(Evidence.State.PASSES, tally, "on " + some(passed))
        : new NodeStanding(Evidence.State.NOT_JUDGED, tally, some(open.values()));
  }

  private static String some(Collection<String> names) {
    String first = String.join(", ", names.stream().limit(5).toList());
    return names.size() > 5 ? first + " and " + (names.size() - 5) + " more" : first;
  }
}
