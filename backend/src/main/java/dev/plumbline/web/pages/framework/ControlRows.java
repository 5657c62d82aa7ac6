package dev.plumbline.web.pages.framework;

import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import dev.plumbline.compliance.Framework;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.ControlMarks;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.query.FleetScope;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in one row what the clusters show of a control, what is asked, what a provider owes. */
final class ControlRows {

  private static final int NAMED = 2;

  private final Set<String> distributions;
  private final String query;
  private final AsOf asOf;

  ControlRows(FleetScope scope, String cluster, AsOf asOf) {
    this.distributions =
        scope.evidence().stream().map(one -> one.distribution()).collect(Collectors.toSet());
    this.query = cluster.isEmpty() ? "" : "?cluster=" + cluster;
    this.asOf = asOf;
  }

  FrameworkView.Row row(Framework framework, FleetControl standing) {
    var control = standing.control();
    var evidence = standing.evidence();
    return new FrameworkView.Row(
        control.id(),
        asOf.keep("/controls/" + framework.id() + "/" + control.id() + query),
        control.topic(),
        shown(standing, evidence),
        note(standing, evidence),
        ControlMarks.ask(standing),
        control.ask(),
        provider(standing));
  }

  private static Mark shown(FleetControl standing, List<Evidence> evidence) {
    long all = evidence.stream().filter(one -> one.state() != Evidence.State.ASKED).count();
    return switch (standing.status()) {
      case FAIL ->
          Mark.fail(
              "%d of %s"
                  .formatted(count(evidence, Evidence.State.FAILS), checks(all, "fails", "fail")));
      case PASS ->
          Mark.pass(
              checks(count(evidence, Evidence.State.PASSES), "passes", "pass")
                  + (standing.passesWithNotes()
                      ? ", " + count(evidence, Evidence.State.NOTED) + " noted"
                      : ""));
      case UNKNOWN ->
          all == 0
              ? Mark.unknown("No check")
              : Mark.unknown(
                  "%d of %d not judged".formatted(count(evidence, Evidence.State.NOT_JUDGED), all));
      case OPEN, ATTESTED, EXPIRED -> ControlMarks.of(ControlStatus.NOT_IN_CLUSTER);
      default -> ControlMarks.of(standing.status());
    };
  }

  private static String checks(long number, String one, String many) {
    return number + (number == 1 ? " check " + one : " checks " + many);
  }

  private static String note(FleetControl standing, List<Evidence> evidence) {
    return switch (standing.status()) {
      case FAIL -> titles(evidence, Evidence.State.FAILS);
      case UNKNOWN -> evidence.isEmpty() ? standing.control().evidence() : reasons(evidence);
      default -> standing.control().evidence();
    };
  }

  private static String titles(List<Evidence> evidence, Evidence.State state) {
    var titles =
        evidence.stream().filter(one -> one.state() == state).map(Evidence::title).toList();
    String named = String.join("; ", titles.subList(0, Math.min(NAMED, titles.size())));
    return titles.size() <= NAMED ? named : named + "; " + (titles.size() - NAMED) + " more";
  }

  private static String reasons(List<Evidence> evidence) {
    return evidence.stream()
        .filter(one -> one.state() == Evidence.State.NOT_JUDGED)
        .map(Evidence::detail)
        .distinct()
        .limit(NAMED)
        .collect(Collectors.joining("; "));
  }

  private List<String> provider(FleetControl standing) {
    return standing.control().provider().entrySet().stream()
        .filter(note -> distributions.contains(note.getKey()))
        .map(note -> note.getKey().toUpperCase(Locale.ROOT) + ": " + note.getValue())
        .sorted()
        .toList();
  }

  private static long count(List<Evidence> evidence, Evidence.State state) {
    return evidence.stream().filter(one -> one.state() == state).count();
  }
}
