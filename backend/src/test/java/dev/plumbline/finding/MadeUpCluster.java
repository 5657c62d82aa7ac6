package dev.plumbline.finding;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Score;
import dev.plumbline.check.Severity;
import dev.plumbline.check.Tally;
import dev.plumbline.check.Verdict;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cluster of made-up objects and verdicts, to which things happen between looks. */
final class MadeUpCluster {

  private static final List<String> WORDS = List.of("Workload", "Role");

  private final Random random;
  private final Map<String, Check> checks = new TreeMap<>();
  private final Set<ObjectKey> objects = new TreeSet<>();
  private final Set<String> bad = new HashSet<>();
  private final Set<String> blind = new HashSet<>();
  private final Set<String> unread = new HashSet<>();
  private final Set<String> failedLast = new HashSet<>();
  private Set<ObjectKey> seen = Set.of();
  private List<CheckResult> last = List.of();
  private int made;

  MadeUpCluster(Random random) {
    this.random = random;
    for (int i = 0; i < 5; i++) {
      addCheck();
    }
    for (int i = 0; i < 12; i++) {
      addObject();
    }
    objects.forEach(one -> checks.keySet().forEach(check -> toss(check, one)));
  }

  /** What can happen, and the cause it must be told as. */
  enum Event {
    BREAK(Cause.FOUND),
    MEND(Cause.MENDED),
    COME_AND_GO(Cause.OBJECTS),
    LOSE_SIGHT(Cause.SIGHT),
    CHANGE_RULES(Cause.RULES);

    private final Cause cause;

    Event(Cause cause) {
      this.cause = cause;
    }

    Cause cause() {
      return cause;
    }
  }

  void happens(Event event) {
    switch (event) {
      case BREAK -> each((check, one) -> bad.add(at(check, one)));
      case MEND -> each((check, one) -> bad.remove(at(check, one)));
      case COME_AND_GO -> {
        objects.removeIf(one -> random.nextInt(6) == 0);
        ObjectKey came = addObject();
        checks.keySet().forEach(check -> toss(check, came));
      }
      case LOSE_SIGHT -> {
        each((check, one) -> blind.add(at(check, one)));
        each((check, one) -> blind.remove(at(check, one)));
        flip(unread, "Role");
      }
      case CHANGE_RULES -> {
        String one = checks.keySet().iterator().next();
        checks.remove(one);
        addCheck();
        checks.computeIfPresent(
            checks.keySet().iterator().next(), (id, old) -> check(id, Severity.CRITICAL));
        objects.forEach(each -> toss("check-" + made, each));
      }
    }
  }

  private void flip(Set<String> words, String word) {
    if (random.nextBoolean() && !words.remove(word)) {
      words.add(word);
    }
  }

  private interface Pair {
    void of(String check, ObjectKey one);
  }

  private void each(Pair pair) {
    for (String check : checks.keySet()) {
      for (ObjectKey one : objects) {
        if (seen.contains(one) && random.nextInt(5) == 0) {
          pair.of(check, one);
        }
      }
    }
  }

  private void toss(String check, ObjectKey one) {
    if (random.nextInt(3) == 0) {
      bad.add(at(check, one));
    }
  }

  private static String at(String check, ObjectKey one) {
    return check + " " + one;
  }

  private void addCheck() {
    made++;
    String id = "check-" + made;
    checks.put(id, check(id, Severity.values()[random.nextInt(4)]));
  }

  private ObjectKey addObject() {
    made++;
    var kind = random.nextBoolean() ? new Kind("apps", "Deployment") : Kind.core("Role");
    var key = new ObjectKey(kind, "shop", "object-" + made);
    objects.add(key);
    return key;
  }

  /** What is known before the next look. */
  Steps.Before before() {
    Map<String, PastCheck> past = new HashMap<>();
    Map<String, Set<ObjectKey>> failing = new HashMap<>();
    Map<String, Set<ObjectKey>> unknown = new HashMap<>();
    for (CheckResult result : last) {
      String id = result.check().id();
      past.put(id, past(result));
      for (Verdict verdict : result.verdicts()) {
        if (failedLast.contains(at(id, verdict.subject()))) {
          failing.computeIfAbsent(id, check -> new HashSet<>()).add(verdict.subject());
        }
        if (verdict.outcome() instanceof Outcome.Unknown) {
          unknown.computeIfAbsent(id, check -> new HashSet<>()).add(verdict.subject());
        }
      }
    }
    var came = new HashSet<>(objects);
    came.removeAll(seen);
    return new Steps.Before(past, failing, unknown, came);
  }

  private static PastCheck past(CheckResult result) {
    Optional<Move.Part> part =
        Score.of(List.of(result)).lines().stream().findFirst().map(Move.Part::of);
    return new PastCheck(
        result.check().id(),
        result.check().digest(),
        result.state(),
        result.kinds(),
        result.unread(),
        part);
  }

  Assessment look() {
    last = checks.values().stream().map(this::result).toList();
    seen = Set.copyOf(objects);
    for (CheckResult result : last) {
      result.verdicts().forEach(verdict -> remember(result.check().id(), verdict));
    }
    return new Assessment("1", "", last, Score.of(last));
  }

  private void remember(String check, Verdict verdict) {
    switch (verdict.outcome()) {
      case Outcome.Fail _ -> failedLast.add(at(check, verdict.subject()));
      case Outcome.Unknown _ -> {}
      default -> failedLast.remove(at(check, verdict.subject()));
    }
  }

  private CheckResult result(Check check) {
    var verdicts = new ArrayList<Verdict>();
    Map<String, Tally> kinds = new HashMap<>();
    WORDS.forEach(word -> kinds.put(word, Tally.NONE));
    for (ObjectKey one : objects) {
      var verdict = new Verdict(one, outcome(check, one));
      verdicts.add(verdict);
      String word = one.kind().name().equals("Role") ? "Role" : "Workload";
      kinds.merge(word, Tally.of(verdict.outcome()), Tally::plus);
    }
    boolean judged =
        kinds.entrySet().stream()
            .anyMatch(kind -> !unread.contains(kind.getKey()) && kind.getValue().judged() > 0);
    var state =
        unread.isEmpty() && verdicts.isEmpty()
            ? CheckResult.State.EMPTY
            : judged ? CheckResult.State.ASSESSED : CheckResult.State.UNKNOWN;
    return new CheckResult(check, state, "", verdicts, kinds, List.copyOf(unread));
  }

  private Outcome outcome(Check check, ObjectKey one) {
    String at = at(check.id(), one);
    if (blind.contains(at)) {
      return new Outcome.Unknown(Outcome.Reason.FORBIDDEN, "");
    }
    return bad.contains(at)
        ? new Outcome.Fail(List.of(new Outcome.Offence("bad", false)))
        : new Outcome.Pass();
  }

  private static Check check(String id, Severity severity) {
    return new Check(
        id,
        "workload",
        id,
        severity,
        "workload-privilege",
        "",
        WORDS,
        WORDS,
        List.of(),
        "[]",
        "''",
        new Check.Fix("", ""),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        "");
  }
}
