package dev.plumbline.check.engine;

import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.CheckResult.State;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Tally;
import dev.plumbline.check.Verdict;
import dev.plumbline.check.engine.Rule.Scope;
import dev.plumbline.inventory.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One check over one snapshot. */
final class Evaluation {

  private final Rule rule;
  private final Check check;
  private final Needs needs;
  private final String hidden;
  private final Optional<Outcome.Unknown> missing;
  private final ArrayList<Verdict> verdicts = new ArrayList<>();
  private final Map<String, Counting> kinds = new LinkedHashMap<>();
  private final List<String> unread = new ArrayList<>();

  Evaluation(Rule rule, Needs needs, String distribution) {
    this.rule = rule;
    this.check = rule.check();
    this.needs = needs;
    this.missing = missing(rule, needs);
    this.hidden = check.notApplicableOn().contains(distribution) ? distribution : "";
    for (String word : check.appliesTo()) {
      kinds.put(word, new Counting());
      if (needs.missing(word).isPresent() || !rule.broken().isEmpty()) {
        unread.add(word);
      }
    }
  }

  private static Optional<Outcome.Unknown> missing(Rule rule, Needs needs) {
    if (!rule.broken().isEmpty()) {
      return Optional.of(new Outcome.Unknown(Outcome.Reason.ERROR, rule.broken()));
    }
    Check check = rule.check();
    return check.notCollected().isEmpty()
        ? needs.missing(check)
        : Optional.of(new Outcome.Unknown(Outcome.Reason.NOT_COLLECTED, check.notCollected()));
  }

  static CheckResult of(Rule rule, Needs needs, Subjects subjects) {
    var evaluation = new Evaluation(rule, needs, "");
    for (Scope scope : rule.scopes()) {
      var batch = new Batch(new Layout(scope.word(), List.of(scope)), List.of(evaluation));
      subjects.each(scope.word(), found -> batch.add(subjects.of(found)));
      batch.judge();
    }
    return evaluation.result();
  }

  /** Whether its expressions are asked at all. */
  boolean judges() {
    return hidden.isEmpty() && missing.isEmpty();
  }

  /** Makes room for so many verdicts more. */
  void expect(int more) {
    verdicts.ensureCapacity(verdicts.size() + more);
  }

  /** The part about one kind. */
  OfKind of(String word) {
    return new OfKind(kinds.computeIfAbsent(word, kind -> new Counting()));
  }

  /** What is said of the things of one kind. */
  final class OfKind {

    private final Counting counting;

    private OfKind(Counting counting) {
      this.counting = counting;
    }

    boolean judges() {
      return Evaluation.this.judges();
    }

    void add(Subject subject, Outcome outcome) {
      add(subject.verdict(outcome));
    }

    void add(Verdict verdict) {
      verdicts.add(verdict);
      counting.add(verdict.outcome());
    }

    /** Notes an object without asking. */
    void miss(ObjectKey key) {
      if (hidden.isEmpty()) {
        missing.ifPresent(why -> add(new Verdict(key, why)));
      }
    }
  }

  CheckResult result() {
    if (!hidden.isEmpty()) {
      String why = "hidden by the provider on " + hidden;
      return new CheckResult(check, State.NOT_APPLICABLE, why, List.of(), Map.of(), List.of());
    }
    return judged();
  }

  private CheckResult judged() {
    Optional<String> why = unknown();
    State state =
        unread.isEmpty() && verdicts.isEmpty()
            ? State.EMPTY
            : why.isPresent() ? State.UNKNOWN : State.ASSESSED;
    String detail = state == State.UNKNOWN ? why.orElse("") : "";
    return new CheckResult(check, state, detail, verdicts, tallies(), unread);
  }

  private Map<String, Tally> tallies() {
    return kinds.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().tally()));
  }

  /** Why nothing of the check counts; empty when at least one kind was judged. */
  private Optional<String> unknown() {
    if (rule.spent()) {
      return Optional.of("cost limit: the check takes too many steps on this cluster");
    }
    if (missing.isPresent()) {
      return missing.map(Outcome.Unknown::detail);
    }
    boolean judged =
        kinds.entrySet().stream()
            .anyMatch(e -> !unread.contains(e.getKey()) && e.getValue().tally().judged() > 0);
    return judged ? Optional.empty() : unread().or(this::firstUnknown);
  }

  private Optional<String> unread() {
    return unread.stream()
        .flatMap(word -> needs.missing(word).stream())
        .map(Outcome.Unknown::detail)
        .findFirst();
  }

  private Optional<String> firstUnknown() {
    return verdicts.stream()
        .map(Verdict::outcome)
        .filter(Outcome.Unknown.class::isInstance)
        .map(outcome -> ((Outcome.Unknown) outcome).detail())
        .findFirst();
  }
}
