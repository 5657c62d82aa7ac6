package dev.plumbline.web.api.ownchecks;

import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Cost;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Tally;
import dev.plumbline.check.Trial;
import dev.plumbline.check.Verdict;
import dev.plumbline.inventory.ObjectKey;
import java.util.List;

/**
 * What a check says of a cluster's current inventory; nothing of it is kept as a finding.
 *
 * @param state as in a score: only {@code ASSESSED} counts
 * @param detail why it is not assessed, empty where it is
 * @param well whether no expression failed on any object
 * @param cost in steps of its expressions
 * @param failing at most the first 50
 * @param unknown at most the first 50
 */
record TrialJson(
    CheckResult.State state,
    String detail,
    boolean well,
    Tally tally,
    Cost cost,
    List<Judged> failing,
    List<Judged> unknown) {

  private static final int MOST = 50;

  /** An object, and what is said of it. */
  record Judged(String group, String kind, String namespace, String name, List<String> messages) {

    private static Judged of(ObjectKey key, List<String> messages) {
      return new Judged(
          key.kind().group(), key.kind().name(), key.namespace(), key.name(), messages);
    }
  }

  static TrialJson of(Trial trial) {
    var result = trial.result();
    return new TrialJson(
        result.state(),
        result.detail(),
        !trial.failed(),
        result.tally(),
        trial.cost(),
        result.verdicts().stream()
            .filter(one -> one.outcome() instanceof Outcome.Fail)
            .limit(MOST)
            .map(TrialJson::failing)
            .toList(),
        result.verdicts().stream()
            .filter(one -> one.outcome() instanceof Outcome.Unknown)
            .limit(MOST)
            .map(TrialJson::unknown)
            .toList());
  }

  private static Judged failing(Verdict verdict) {
    var offences = ((Outcome.Fail) verdict.outcome()).offences();
    return Judged.of(verdict.subject(), offences.stream().map(Outcome.Offence::message).toList());
  }

  private static Judged unknown(Verdict verdict) {
    return Judged.of(verdict.subject(), List.of(((Outcome.Unknown) verdict.outcome()).detail()));
  }
}
