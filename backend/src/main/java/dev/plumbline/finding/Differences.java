package dev.plumbline.finding;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a scan's verdicts change of the findings that were open. What was not judged stays as it
 * was.
 */
final class Differences {

  private final UUID cluster;
  private final Map<UUID, OpenFinding> open = new LinkedHashMap<>();
  private final Map<ClosedWhy, List<OpenFinding>> closed = new EnumMap<>(ClosedWhy.class);
  private final List<Begun> begun = new ArrayList<>();

  Differences(UUID cluster, Collection<OpenFinding> open, Assessment assessment) {
    this.cluster = cluster;
    open.forEach(finding -> this.open.put(finding.id(), finding));
    Map<String, CheckResult> results = new HashMap<>();
    assessment.results().forEach(result -> results.put(result.check().id(), result));
    results.values().forEach(this::judge);
    closeRest(results);
  }

  Map<ClosedWhy, List<OpenFinding>> closed() {
    return closed;
  }

  List<Begun> begun() {
    return begun;
  }

  private void judge(CheckResult result) {
    for (Verdict verdict : result.verdicts()) {
      UUID id = FindingIds.of(cluster, result.check().id(), verdict.subject());
      var before = Optional.ofNullable(open.remove(id));
      switch (verdict.outcome()) {
        case Outcome.Fail(var offences) -> fails(id, result.check(), verdict, offences, before);
        case Outcome.Pass _ -> before.ifPresent(finding -> close(finding, ClosedWhy.FIXED));
        case Outcome.NotApplicable _ ->
            before.ifPresent(finding -> close(finding, ClosedWhy.NOT_APPLICABLE));
        case Outcome.Unknown _ -> {}
      }
    }
  }

  private void fails(
      UUID id,
      Check check,
      Verdict verdict,
      List<Outcome.Offence> offences,
      Optional<OpenFinding> before) {
    boolean same =
        before
            .filter(finding -> finding.offences().equals(offences))
            .filter(finding -> finding.severity() == check.severity())
            .isPresent();
    if (!same) {
      before.ifPresent(finding -> close(finding, ClosedWhy.CHANGED));
      begun.add(new Begun(id, check, verdict, offences, before));
    }
  }

  /** Open findings without a verdict: their object is gone, or was not seen. */
  private void closeRest(Map<String, CheckResult> results) {
    for (OpenFinding finding : open.values()) {
      var result = Optional.ofNullable(results.get(finding.check()));
      if (result.isEmpty()) {
        close(finding, ClosedWhy.RETIRED);
      } else if (result.get().state() == CheckResult.State.NOT_APPLICABLE) {
        close(finding, ClosedWhy.NOT_APPLICABLE);
      } else if (result.get().state() != CheckResult.State.UNKNOWN
          && result.get().unread().isEmpty()) {
        close(finding, ClosedWhy.GONE);
      }
    }
  }

  private void close(OpenFinding finding, ClosedWhy why) {
    closed.computeIfAbsent(why, reason -> new ArrayList<>()).add(finding);
  }

  /** A period of failure that begins, going on from an open one where there was one. */
  record Begun(
      UUID id,
      Check check,
      Verdict verdict,
      List<Outcome.Offence> offences,
      Optional<OpenFinding> before) {}
}
