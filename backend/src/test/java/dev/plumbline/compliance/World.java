package dev.plumbline.compliance;

import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.check.Severity;
import dev.plumbline.check.Tally;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Checks and results for tests of frameworks. */
final class World {

  static final UUID CLUSTER = new UUID(0, 1);
  static final Frameworks FRAMEWORKS = Frameworks.shipped();

  private World() {}

  static Check check(String id, List<String> benchmark, List<String> aliases) {
    return check(id, "objective", benchmark, aliases);
  }

  static Check serving(String id, String objective) {
    return check(id, objective, List.of(), List.of());
  }

  /** Of severity info, which weighs nothing. */
  static Check informing(String id, String objective, String... benchmark) {
    return check(id, objective, List.of(benchmark), List.of(), Severity.INFO);
  }

  private static Check check(
      String id, String objective, List<String> benchmark, List<String> aliases) {
    return check(id, objective, benchmark, aliases, severity(id));
  }

  private static Check check(
      String id,
      String objective,
      List<String> benchmark,
      List<String> aliases,
      Severity severity) {
    return new Check(
        id,
        "family",
        "Title of " + id,
        severity,
        objective,
        "why",
        List.of("Workload"),
        List.of("Workload"),
        List.of("eks", "gke", "aks").subList(0, id.startsWith("flag-") ? 3 : 0),
        "[]",
        "''",
        new Check.Fix("fix", ""),
        benchmark,
        Map.of(),
        List.of(),
        aliases,
        "");
  }

  static Check check(String id, String... benchmark) {
    return check(id, List.of(benchmark), List.of());
  }

  static CheckStanding passing(String id) {
    return standing(id, CheckResult.State.ASSESSED, new Tally(3, 0, 0, 0));
  }

  static CheckStanding failing(String id) {
    return standing(id, CheckResult.State.ASSESSED, new Tally(2, 1, 0, 0));
  }

  static CheckStanding unknown(String id) {
    return standing(id, CheckResult.State.UNKNOWN, new Tally(0, 0, 0, 3));
  }

  static CheckStanding empty(String id) {
    return standing(id, CheckResult.State.EMPTY, Tally.NONE);
  }

  static CheckStanding standing(String id, CheckResult.State state, Tally tally) {
    boolean counts = state == CheckResult.State.ASSESSED || state == CheckResult.State.UNKNOWN;
    return new CheckStanding(id, state, tally, "", counts ? line(id, state, tally) : null);
  }

  private static Severity severity(String id) {
    return FRAMEWORKS.concept(id).map(Concept::severity).orElse(Severity.MEDIUM);
  }

  private static Score.Line line(String id, CheckResult.State state, Tally tally) {
    boolean lost = state == CheckResult.State.UNKNOWN || tally.passed() + tally.failed() == 0;
    var value = lost ? fraction(0, 1) : fraction(tally.passed(), tally.passed() + tally.failed());
    return new Score.Line(id, severity(id).weight(), value, fraction(lost ? 1 : 0, 1));
  }

  static ClusterEvidence cluster(String distribution, CheckStanding... checks) {
    return cluster(distribution, List.of(checks));
  }

  static ClusterEvidence cluster(String distribution, Collection<CheckStanding> checks) {
    return ClusterEvidence.of(CLUSTER, distribution, "v1.33.0", checks);
  }

  static Score.Fraction fraction(long numerator, long denominator) {
    return Score.Fraction.of(numerator, denominator);
  }

  static Score.Fraction value(Score score) {
    return score.value().orElse(Score.Fraction.ZERO);
  }

  static Framework framework(String id) {
    return FRAMEWORKS.find(id).orElseThrow();
  }
}
