package dev.plumbline.compliance;

import dev.plumbline.check.Tally;
import dev.plumbline.compliance.NodeReport.Answer;
import dev.plumbline.inventory.KubeObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Joins the items of node reports with the concepts that stand on nodes. */
final class NodeItems {

  private static final Pattern OWN = Pattern.compile("cis-(1\\.1[0-2]|2\\.0(\\.\\d+)?)");
  private static final Pattern MANAGED = Pattern.compile("(eks|gke|aks)-.+");
  private static final String MANAGED_FILES = "3.1.";
  private static final List<String> CONTROL_PLANE =
      List.of("control-plane", "master", "controlplane", "etcd");

  private final Collection<Concept> concepts;
  private final List<NodeReport> reports;
  private final List<String> nodes;
  private final List<String> controlPlane;

  NodeItems(
      Collection<Concept> concepts,
      List<NodeReport> reports,
      List<String> nodes,
      List<String> controlPlane) {
    this.concepts = concepts;
    this.reports = reports;
    this.nodes = nodes;
    this.controlPlane = controlPlane;
  }

  /** Whether the numbers of an edition mean what concepts say. */
  static boolean known(String benchmark) {
    return OWN.matcher(benchmark).matches() || MANAGED.matcher(benchmark).matches();
  }

  static boolean controlPlane(KubeObject node) {
    return CONTROL_PLANE.stream()
        .anyMatch(role -> node.labels().containsKey("node-role.kubernetes.io/" + role));
  }

  /** One entry for each concept of which some report speaks. */
  Map<String, NodeStanding> at(Instant at) {
    Map<String, NodeStanding> standings = new HashMap<>();
    for (Concept concept : concepts) {
      if (concept.seenBy() == Sight.NODE) {
        Map<String, Said> said = said(concept);
        if (!said.isEmpty()) {
          standings.put(concept.id(), standing(concept, said, at));
        }
      }
    }
    return standings;
  }

  private record Said(Answer answer, Instant at) {}

  private Map<String, Said> said(Concept concept) {
    Map<String, Said> said = new TreeMap<>();
    for (NodeReport report : reports) {
      boolean managed = MANAGED.matcher(report.benchmark()).matches();
      report
          .results()
          .forEach((item, answer) -> {
            if (means(item, managed, concept)) {
              said.merge(report.node(), new Said(answer, report.at()), NodeItems::later);
            }
          });
    }
    return said;
  }

  private static boolean means(String item, boolean managed, Concept concept) {
    return managed
        ? concept.nodeItem().equals("managed") && item.startsWith(MANAGED_FILES)
        : concept.nodeItem().equals(item);
  }

  /** The newer report counts; of one report, the worse item. */
  private static Said later(Said one, Said other) {
    if (!one.at().equals(other.at())) {
      return one.at().isAfter(other.at()) ? one : other;
    }
    return one.answer() == Answer.FAIL
            || (one.answer() == Answer.WARN && other.answer() != Answer.FAIL)
        ? one
        : other;
  }

  private NodeStanding standing(Concept concept, Map<String, Said> said, Instant at) {
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
    expected(concept).stream()
        .filter(node -> !said.containsKey(node))
        .forEach(node -> open.put(node, "no result of " + node));
    return standing(failed, passed, open);
  }

  /** Items of the control plane are asked of its nodes, the others of all. */
  private List<String> expected(Concept concept) {
    boolean worker = concept.nodeItem().startsWith("4.") || concept.nodeItem().equals("managed");
    return worker ? nodes : controlPlane;
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
