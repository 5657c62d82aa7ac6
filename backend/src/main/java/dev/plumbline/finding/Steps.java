package dev.plumbline.finding;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.CheckResult.State;
import dev.plumbline.check.Score;
import dev.plumbline.check.Tally;
import dev.plumbline.finding.Move.Part;
import dev.plumbline.inventory.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Leads every check's part in the score from the look before to this one, cause by cause. */
final class Steps {

  private final UUID scan;
  private final Before before;
  private final List<Move> moves = new ArrayList<>();

  private Steps(UUID scan, Before before) {
    this.scan = scan;
    this.before = before;
  }

  /**
   * What is known of the look before.
   *
   * @param failing by check, the objects that failed
   * @param unknown by check, the objects that could not be judged
   * @param came objects that were not there yet
   */
  record Before(
      Map<String, PastCheck> checks,
      Map<String, Set<ObjectKey>> failing,
      Map<String, Set<ObjectKey>> unknown,
      Set<ObjectKey> came) {}

  /** In the order of causes, then of checks. */
  static List<Move> of(UUID scan, Before before, Assessment assessment) {
    var steps = new Steps(scan, before);
    Map<String, CheckResult> results = new HashMap<>();
    assessment.results().forEach(result -> results.put(result.check().id(), result));
    var checks = new TreeSet<>(before.checks().keySet());
    checks.addAll(results.keySet());
    for (String check : checks) {
      steps.check(
          check,
          Optional.ofNullable(before.checks().get(check)),
          Optional.ofNullable(results.get(check)));
    }
    steps.moves.sort(Comparator.comparing(Move::cause));
    return List.copyOf(steps.moves);
  }

  private void check(String check, Optional<PastCheck> past, Optional<CheckResult> now) {
    var walk = new Walk(check, past.flatMap(PastCheck::part));
    Optional<Part> end = now.flatMap(Steps::part);
    boolean same =
        past.isPresent()
            && now.isPresent()
            && past.get().digest().equals(now.get().check().digest());
    if (!same) {
      walk.to(Cause.RULES, end, 0);
    } else if (hazy(past.get().state()) || hazy(now.get().state())) {
      walk.to(Cause.SIGHT, end, 0);
    } else {
      judged(walk, past.get(), now.get());
    }
  }

  private static boolean hazy(State state) {
    return state == State.UNKNOWN || state == State.NOT_APPLICABLE;
  }

  private void judged(Walk walk, PastCheck past, CheckResult now) {
    var flows = flows(now);
    Map<String, Tally> found = new HashMap<>();
    Map<String, Tally> mended = new HashMap<>();
    Map<String, Tally> objects = new HashMap<>();
    for (String word : now.check().appliesTo()) {
      var flow = flows.getOrDefault(word, new Flow());
      Tally was = past.kinds().getOrDefault(word, Tally.NONE);
      Tally is = now.kinds().getOrDefault(word, Tally.NONE);
      boolean read = !past.unread().contains(word) && !now.unread().contains(word);
      found.put(word, read ? flow.found(was) : was);
      mended.put(word, read ? flow.mended(flow.found(was)) : was);
      objects.put(word, read ? flow.unseen(is) : was);
    }
    walk.to(Cause.FOUND, part(now, found, past.unread()), sum(flows, Flow::begun));
    walk.to(Cause.MENDED, part(now, mended, past.unread()), sum(flows, Flow::ended));
    walk.to(Cause.OBJECTS, part(now, objects, past.unread()), 0);
    walk.to(Cause.SIGHT, part(now), 0);
  }

  private static int sum(Map<String, Flow> flows, java.util.function.ToIntFunction<Flow> count) {
    return flows.values().stream().mapToInt(count).sum();
  }

  private Map<String, Flow> flows(CheckResult now) {
    String check = now.check().id();
    var failing = before.failing().getOrDefault(check, Set.of());
    var unknown = before.unknown().getOrDefault(check, Set.of());
    Map<String, Flow> flows = new HashMap<>();
    for (var verdict : now.verdicts()) {
      ObjectKey subject = verdict.subject();
      var was =
          unknown.contains(subject)
              ? Flow.Was.UNKNOWN
              : failing.contains(subject)
                  ? Flow.Was.FAILING
                  : before.came().contains(subject) ? Flow.Was.ABSENT : Flow.Was.PASSING;
      flows.computeIfAbsent(word(now, subject), word -> new Flow()).add(was, verdict.outcome());
    }
    return flows;
  }

  /** The word of {@code applies_to} under which an object is judged. */
  private static String word(CheckResult now, ObjectKey subject) {
    List<String> words = now.check().appliesTo();
    return words.stream()
        .filter(word -> word.equals(subject.kind().name()))
        .findFirst()
        .orElseGet(() -> words.contains("Workload") ? "Workload" : words.getFirst());
  }

  private static Optional<Part> part(
      CheckResult now, Map<String, Tally> kinds, List<String> unread) {
    return part(new CheckResult(now.check(), State.ASSESSED, "", List.of(), kinds, unread));
  }

  private static Optional<Part> part(CheckResult result) {
    return Score.of(List.of(result)).lines().stream().findFirst().map(Part::of);
  }

  /** One check on its way. */
  private final class Walk {

    private final String check;
    private Optional<Part> level;

    Walk(String check, Optional<Part> level) {
      this.check = check;
      this.level = level;
    }

    void to(Cause cause, Optional<Part> next, int objects) {
      if (objects > 0 || !next.equals(level)) {
        moves.add(new Move(scan, check, cause, objects, next));
        level = next;
      }
    }
  }
}
