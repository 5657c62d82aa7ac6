package dev.plumbline.finding;

import dev.plumbline.check.Score;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.finding.Move.Part;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * From one score to another, cause by cause; the steps add up exactly.
 *
 * @param before the score at the start, from 0 to 100; 0 when nothing was judged
 * @param steps in the order of their causes, those without any effect left out
 */
public record ScoreBridge(Fraction before, Fraction after, List<Step> steps) {

  private static final Fraction MINUS_ONE = Fraction.of(-1, 1);

  public ScoreBridge {
    steps = List.copyOf(steps);
  }

  /**
   * What one cause cost or won.
   *
   * @param objects objects it is about, 0 for none in particular
   * @param checks what it cost or won by check, the largest first; empty where it is no check's
   */
  public record Step(Cause cause, Fraction points, int objects, List<Share> checks) {
    public Step {
      checks = List.copyOf(checks);
    }
  }

  /** One check's share in a step. */
  public record Share(String check, Fraction points, int objects) {}

  /**
   * Over some checks' lines.
   *
   * @param opening the lines of the first score
   * @param moves what moved the checks in between, oldest first
   * @param closing the lines of the last score; what no move explains is {@link Cause#UNTOLD}
   */
  public static ScoreBridge between(
      Collection<Score.Line> opening, List<Move> moves, Collection<Score.Line> closing) {
    var walk = new Walk(opening, closing);
    Fraction before = walk.score();
    moves.forEach(walk::take);
    walk.arrive(closing);
    return new ScoreBridge(before, walk.score(), walk.steps());
  }

  /**
   * The mean of clusters that count on both sides.
   *
   * @param before the mean score at the start, over all that counted then
   * @param after the mean score at the end; what comes of other clusters is {@link Cause#CLUSTERS}
   * @param counted how many clusters counted at the start
   */
  public static ScoreBridge mean(
      List<ScoreBridge> clusters, Fraction before, Fraction after, int counted) {
    var sum = new Sums();
    Fraction rest = after.minus(before);
    for (var cluster : clusters) {
      for (var step : cluster.times(Fraction.of(1, counted)).steps()) {
        sum.add(step);
        rest = rest.minus(step.points());
      }
    }
    sum.add(new Step(Cause.CLUSTERS, rest, 0, List.of()));
    return new ScoreBridge(before, after, sum.steps());
  }

  /** As counted when the looks at its ends are too old to count: then their scores are 0. */
  public ScoreBridge lapsed(boolean atStart, boolean atEnd) {
    var sum = new Sums();
    steps.forEach(sum::add);
    if (atStart) {
      sum.add(new Step(Cause.SIGHT, before, 0, List.of()));
    }
    if (atEnd) {
      sum.add(new Step(Cause.SIGHT, after.times(MINUS_ONE), 0, List.of()));
    }
    return new ScoreBridge(
        atStart ? Fraction.ZERO : before, atEnd ? Fraction.ZERO : after, sum.steps());
  }

  /** Told from its end to its start. */
  public ScoreBridge reversed() {
    var back = times(MINUS_ONE);
    return new ScoreBridge(after, before, back.steps());
  }

  public Fraction difference() {
    return after.minus(before);
  }

  public Optional<Step> step(Cause cause) {
    return steps.stream().filter(step -> step.cause() == cause).findFirst();
  }

  /**
   * The points of each step with one decimal, adding up to the difference of the scores as they are
   * printed: with one decimal, rounded down.
   */
  public Map<Cause, BigDecimal> printed() {
    long[] tenths =
        Tenths.of(steps.stream().map(Step::points).toList(), tenth(after) - tenth(before));
    Map<Cause, BigDecimal> printed = new EnumMap<>(Cause.class);
    for (int i = 0; i < tenths.length; i++) {
      printed.put(steps.get(i).cause(), BigDecimal.valueOf(tenths[i], 1));
    }
    return printed;
  }

  private static long tenth(Fraction score) {
    return score.times(Fraction.of(10, 1)).rounded(0).longValueExact();
  }

  private ScoreBridge times(Fraction factor) {
    return new ScoreBridge(
        before.times(factor),
        after.times(factor),
        steps.stream()
            .map(step ->
                new Step(
                    step.cause(),
                    step.points().times(factor),
                    step.objects(),
                    step.checks().stream()
                        .map(one ->
                            new Share(one.check(), one.points().times(factor), one.objects()))
                        .toList()))
            .toList());
  }

  /** Steps, added up. */
  private static final class Sums {

    private final Map<Cause, Step> steps = new EnumMap<>(Cause.class);

    void add(Step step) {
      steps.merge(step.cause(), step, Sums::plus);
    }

    private static Step plus(Step one, Step other) {
      Map<String, Share> shares = new TreeMap<>();
      one.checks().forEach(share -> shares.put(share.check(), share));
      other
          .checks()
          .forEach(share ->
              shares.merge(
                  share.check(),
                  share,
                  (a, b) ->
                      new Share(
                          a.check(), a.points().plus(b.points()), a.objects() + b.objects())));
      return new Step(
          one.cause(),
          one.points().plus(other.points()),
          one.objects() + other.objects(),
          List.copyOf(shares.values()));
    }

    List<Step> steps() {
      return steps.values().stream()
          .filter(step -> step.objects() > 0 || !step.points().equals(Fraction.ZERO))
          .map(
              step -> new Step(step.cause(), step.points(), step.objects(), ordered(step.checks())))
          .toList();
    }

    private static List<Share> ordered(List<Share> shares) {
      return shares.stream()
          .sorted(Comparator.comparingDouble(share -> -Math.abs(share.points().doubleValue())))
          .toList();
    }
  }

  /** A score on its way, and what moved it. */
  private static final class Walk {

    private final Map<String, Part> parts = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private final Sums sums = new Sums();
    private Fraction earned = Fraction.ZERO;
    private long weight;

    Walk(Collection<Score.Line> opening, Collection<Score.Line> closing) {
      opening.forEach(line -> put(line.check(), Optional.of(Part.of(line))));
      opening.forEach(line -> counted.add(line.check()));
      closing.forEach(line -> counted.add(line.check()));
    }

    void take(Move move) {
      if (counted.contains(move.check())) {
        go(move.check(), move.cause(), move.objects(), move.part());
      }
    }

    void arrive(Collection<Score.Line> closing) {
      Map<String, Part> ends = new HashMap<>();
      closing.forEach(line -> ends.put(line.check(), Part.of(line)));
      counted.stream()
          .sorted()
          .filter(check ->
              !Optional.ofNullable(ends.get(check)).equals(Optional.ofNullable(parts.get(check))))
          .forEach(check -> go(check, Cause.UNTOLD, 0, Optional.ofNullable(ends.get(check))));
    }

    private void go(String check, Cause cause, int objects, Optional<Part> part) {
      Fraction from = score();
      put(check, part);
      Fraction points = score().minus(from);
      sums.add(new Step(cause, points, objects, List.of(new Share(check, points, objects))));
    }

    private void put(String check, Optional<Part> part) {
      var old = part.isPresent() ? parts.put(check, part.get()) : parts.remove(check);
      if (old != null) {
        earned = earned.minus(old.value().times(Fraction.of(old.weight(), 1)));
        weight -= old.weight();
      }
      part.ifPresent(now -> {
        earned = earned.plus(now.value().times(Fraction.of(now.weight(), 1)));
        weight += now.weight();
      });
    }

    Fraction score() {
      return weight == 0 ? Fraction.ZERO : earned.times(Fraction.of(100, weight));
    }

    List<Step> steps() {
      return sums.steps();
    }
  }
}
