package dev.plumbline.finding;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DifferencesTests {

  private static final UUID CLUSTER = new UUID(1, 2);
  private static final Check CHECK = check(Severity.HIGH);
  private static final ObjectKey WEB = key("web");
  private static final List<Outcome.Offence> BAD =
      List.of(new Outcome.Offence("container web is privileged", false));

  @Test
  void whatStillFailsInTheSameWayChangesNothing() {
    var differences = differences(result(fail(WEB)), open(WEB));
    assertThat(differences.begun()).isEmpty();
    assertThat(differences.closed()).isEmpty();
  }

  @Test
  void whatFailsAnewBegins() {
    var differences = differences(result(fail(WEB)));
    assertThat(differences.begun()).singleElement().matches(begun -> begun.before().isEmpty());
  }

  @Test
  void whatFailsInAnotherWayGoesOnInANewPeriod() {
    var other = new Outcome.Fail(List.of(new Outcome.Offence("container x is privileged", false)));
    var differences = differences(result(new Verdict(WEB, other)), open(WEB));
    assertThat(differences.closed()).containsOnlyKeys(ClosedWhy.CHANGED);
    assertThat(differences.begun()).singleElement().matches(begun -> begun.before().isPresent());
  }

  @Test
  void whatPassesNowIsFixed() {
    var differences = differences(result(new Verdict(WEB, new Outcome.Pass())), open(WEB));
    assertThat(differences.closed()).containsOnlyKeys(ClosedWhy.FIXED);
  }

  @Test
  void whatCouldNotBeJudgedStaysOpen() {
    var unknown = new Outcome.Unknown(Outcome.Reason.FORBIDDEN, "list replicasets");
    assertThat(differences(result(new Verdict(WEB, unknown)), open(WEB)).closed()).isEmpty();
  }

  @Test
  void whatIsNoMoreIsGoneOnlyWhenItsKindWasReadToTheEnd() {
    assertThat(differences(result(), open(WEB)).closed()).containsOnlyKeys(ClosedWhy.GONE);
    assertThat(differences(unread(), open(WEB)).closed()).isEmpty();
    assertThat(differences(state(CheckResult.State.UNKNOWN), open(WEB)).closed()).isEmpty();
  }

  @Test
  void whatNoCheckAsksForAnyMoreIsRetired() {
    var empty = new Assessment("2", "", List.of(), new Score(List.of()));
    assertThat(new Differences(CLUSTER, List.of(open(WEB)), empty).closed())
        .containsOnlyKeys(ClosedWhy.RETIRED);
  }

  private static Differences differences(CheckResult result, OpenFinding... open) {
    return new Differences(
        CLUSTER, List.of(open), new Assessment("1", "", List.of(result), new Score(List.of())));
  }

  private static Verdict fail(ObjectKey subject) {
    return new Verdict(subject, new Outcome.Fail(BAD));
  }

  private static CheckResult result(Verdict... verdicts) {
    return new CheckResult(
        CHECK,
        CheckResult.State.ASSESSED,
        "",
        List.of(verdicts),
        Map.of("Workload", Tally.NONE),
        List.of());
  }

  private static CheckResult unread() {
    return new CheckResult(
        CHECK, CheckResult.State.ASSESSED, "", List.of(), Map.of(), List.of("Workload"));
  }

  private static CheckResult state(CheckResult.State state) {
    return new CheckResult(CHECK, state, "pods forbidden", List.of(), Map.of(), List.of());
  }

  private static OpenFinding open(ObjectKey subject) {
    return new OpenFinding(
        FindingIds.of(CLUSTER, CHECK.id(), subject),
        CHECK.id(),
        subject,
        Severity.HIGH,
        BAD,
        Instant.EPOCH,
        false);
  }

  private static ObjectKey key(String name) {
    return new ObjectKey(new Kind("apps", "Deployment"), "shop", name);
  }

  private static Check check(Severity severity) {
    return new Check(
        "pod-privileged",
        "workload",
        "Container runs privileged",
        severity,
        "workload-privilege",
        "",
        List.of("Workload"),
        List.of("Workload"),
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
