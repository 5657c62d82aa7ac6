package dev.plumbline.web.pages.owncheck;

import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Cost;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Trial;
import dev.plumbline.check.Verdict;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import java.util.stream.Stream;

/** What came of a trial, ready to print. */
final class Trying {

  private static final int MOST = 50;

  private Trying() {}

  static OwncheckView.TrialView of(Cluster cluster, Trial trial) {
    List<Verdict> told =
        Stream.concat(
                of(trial, Outcome.Fail.class).stream(), of(trial, Outcome.Unknown.class).stream())
            .toList();
    return new OwncheckView.TrialView(
        !trial.failed(),
        cluster.name(),
        summary(trial.result()),
        cost(trial.cost()),
        told.stream().limit(MOST).map(Trying::judged).toList(),
        Math.max(0, told.size() - MOST));
  }

  /** Steps in all, and over the object that took the most. */
  static String cost(Cost cost) {
    return "%s of %s steps in all; %s of %s over one object at most"
        .formatted(
            Format.count(cost.steps()),
            Format.count(cost.allowed()),
            Format.count(cost.most()),
            Format.count(cost.allowedEach()));
  }

  private static List<Verdict> of(Trial trial, Class<? extends Outcome> type) {
    return trial.result().verdicts().stream()
        .filter(verdict -> type.isInstance(verdict.outcome()))
        .toList();
  }

  private static String summary(CheckResult result) {
    var tally = result.tally();
    String counts =
        "%s failed, %s passed, %s unknown."
            .formatted(
                Format.count(tally.failed()),
                Format.count(tally.passed()),
                Format.count(tally.unknown()));
    return switch (result.state()) {
      case ASSESSED -> counts;
      case UNKNOWN -> counts + " It would not count in the score: " + result.detail() + ".";
      case EMPTY -> "There is nothing here that it judges.";
      case NOT_APPLICABLE -> "It does not apply here: " + result.detail() + ".";
    };
  }

  private static OwncheckView.Judged judged(Verdict verdict) {
    String object = object(verdict.subject());
    return switch (verdict.outcome()) {
      case Outcome.Fail fail ->
          new OwncheckView.Judged(
              object,
              Mark.fail("Fails"),
              fail.offences().stream().map(Outcome.Offence::message).toList());
      case Outcome.Unknown unknown ->
          new OwncheckView.Judged(object, Mark.unknown("Unknown"), List.of(unknown.detail()));
      case Outcome.Pass pass -> new OwncheckView.Judged(object, Mark.pass("Passes"), List.of());
      case Outcome.NotApplicable none ->
          new OwncheckView.Judged(
              object, new Mark(Mark.Kind.NOT_APPLICABLE, "Not applicable"), List.of(none.reason()));
    };
  }

  private static String object(ObjectKey key) {
    String name = key.namespace().isEmpty() ? key.name() : key.namespace() + "/" + key.name();
    return key.kind().name() + " " + name;
  }
}
