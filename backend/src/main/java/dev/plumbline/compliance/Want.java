package dev.plumbline.compliance;

import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.check.Severity;
import dev.plumbline.check.Tally;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing a control wants of the machine: a check, a concept, or a concept with its check. */
record Want(@Nullable Check check, @Nullable Concept concept) {

  /** What the API shows where that could be judged, else what was seen on nodes. */
  Evidence on(ClusterEvidence cluster) {
    Evidence judged = judged(cluster);
    Optional<NodeStanding> seen =
        concept == null ? Optional.empty() : cluster.nodes().of(concept.nodeItems());
    return seen.filter(nodes -> tellsMore(nodes, judged)).map(this::seen).orElse(judged);
  }

  private static boolean tellsMore(NodeStanding nodes, Evidence judged) {
    return switch (judged.state()) {
      case FAILS, NOTED -> false;
      case PASSES -> nodes.state() == Evidence.State.FAILS;
      case NOT_JUDGED, NOT_APPLICABLE, ASKED -> true;
    };
  }

  private Evidence seen(NodeStanding nodes) {
    return new Evidence(
        id(), title(), severity(), false, nodes.state(), nodes.detail(), nodes.tally());
  }

  private Evidence judged(ClusterEvidence cluster) {
    CheckStanding standing = check == null ? null : cluster.checks().get(check.id());
    if (standing != null) {
      return evidence(standing.evidence(), standing.detail(), standing.tally());
    }
    if (hidden(cluster)) {
      return evidence(Evidence.State.NOT_APPLICABLE, "such a cluster does not show it", Tally.NONE);
    }
    return absent();
  }

  /** Its part in a score; a check that gave no result, or is gone, counts as nothing judged. */
  Optional<Score.Line> line(ClusterEvidence cluster) {
    if (check == null) {
      return concept != null && concept.seenBy() == Sight.GONE
          ? Optional.of(nothing(concept.id(), concept.severity()))
          : Optional.empty();
    }
    CheckStanding standing = cluster.checks().get(check.id());
    if (standing == null) {
      return hidden(cluster)
          ? Optional.empty()
          : Optional.of(nothing(check.id(), check.severity()));
    }
    boolean lost = standing.line() == null && standing.state() == CheckResult.State.UNKNOWN;
    return lost
        ? Optional.of(nothing(check.id(), check.severity()))
        : Optional.ofNullable(standing.line());
  }

  String id() {
    if (check != null) {
      return check.id();
    }
    return concept == null ? "" : concept.id();
  }

  private static Score.Line nothing(String check, Severity severity) {
    return new Score.Line(check, severity.weight(), Score.Fraction.ZERO, Score.Fraction.ONE);
  }

  private boolean hidden(ClusterEvidence cluster) {
    boolean byCheck = check != null && check.notApplicableOn().contains(cluster.distribution());
    return byCheck || (concept != null && concept.hiddenOn(cluster.hosting()));
  }

  private Evidence absent() {
    if (check != null) {
      return evidence(Evidence.State.NOT_JUDGED, "the scan has no result of it", Tally.NONE);
    }
    Sight sight = concept == null ? Sight.API : concept.seenBy();
    if (sight == Sight.PERSON) {
      return evidence(Evidence.State.ASKED, sight.explanation(), Tally.NONE);
    }
    String why = sight.collectable() ? "no check judges it yet" : sight.explanation();
    return evidence(Evidence.State.NOT_JUDGED, why, Tally.NONE);
  }

  private Evidence evidence(Evidence.State state, String detail, Tally tally) {
    return new Evidence(id(), title(), severity(), check != null, state, detail, tally);
  }

  private String title() {
    if (check != null) {
      return check.title();
    }
    return concept == null ? "" : concept.title();
  }

  private Severity severity() {
    if (check != null) {
      return check.severity();
    }
    return concept == null ? Severity.INFO : concept.severity();
  }
}
