package dev.plumbline.web.pages.findings;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Outcome;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Standing;
import dev.plumbline.web.pages.ExceptionMarks;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Points;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts findings that belong together under one heading, with what of it was not judged. */
@Component
class FindingGroups {

  private static final Duration NEW = Duration.ofDays(7);

  private final Catalogue catalogue;
  private final Findings findings;
  private final Points points;
  private final WaiverBook book;
  private final Clock clock;

  FindingGroups(
      Catalogue catalogue, Findings findings, Points points, WaiverBook book, Clock clock) {
    this.catalogue = catalogue;
    this.findings = findings;
    this.points = points;
    this.book = book;
    this.clock = clock;
  }

  List<FindingsView.Group> of(
      FindingsList.Asked asked, List<Finding> shown, Fleet fleet, FindingFilter filter) {
    Instant now = asked.asOf().instant().orElseGet(clock::instant);
    var ids = shown.stream().map(Finding::id).toList();
    var context =
        new Context(
            asked,
            fleet.clusters().stream()
                .map(Standing::cluster)
                .collect(Collectors.toMap(Cluster::id, Function.identity())),
            points.of(fleet),
            fleet.scans(),
            asked.group() == Grouping.CONTROL ? findings.byCheck(filter) : Map.of(),
            now,
            book.inForce(ids, now),
            book.waiting(ids, now));
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    shown.forEach(finding ->
        groups.computeIfAbsent(asked.group().key(finding), key -> new ArrayList<>()).add(finding));
    return groups.values().stream().map(group -> group(context, group)).toList();
  }

  private FindingsView.Group group(Context context, List<Finding> members) {
    var first = members.getFirst();
    List<FindingsView.Row> rows =
        new ArrayList<>(members.stream().map(finding -> row(context, finding)).toList());
    return switch (context.asked().group()) {
      case CONTROL -> {
        rows.addAll(blind(context, first.check()));
        yield byCheck(context, first, rows);
      }
      case WORKLOAD ->
          plain(
              first.subject().kind().name() + " " + first.subject().name(),
              context.cluster(first).name() + " / " + where(first),
              members.size(),
              rows);
      case NAMESPACE -> plain(where(first), context.cluster(first).name(), members.size(), rows);
    };
  }

  private FindingsView.Group byCheck(Context context, Finding first, List<FindingsView.Row> rows) {
    var check = catalogue.find(first.check());
    var only = context.asked().href(FindingsList.onlyCheck(context.asked().query(), first.check()));
    return new FindingsView.Group(
        first.severity(),
        check.map(Check::title).orElse(first.check()),
        check.map(FindingGroups::note).orElse("No longer part of the rule pack"),
        check.map(known -> "/help/checks/" + known.id()).orElse(null),
        context.failing().getOrDefault(first.check(), (long) rows.size()),
        context.stakes().all(first.check()),
        true,
        only,
        rows,
        null);
  }

  private static FindingsView.Group plain(
      String title, String note, int failing, List<FindingsView.Row> rows) {
    return new FindingsView.Group(
        null, title, note, null, failing, null, true, "/findings", rows, null);
  }

  private static String note(Check check) {
    String first = check.why().strip().split("(?<=[.!?])\\s", 2)[0];
    return check.benchmark().isEmpty()
        ? first
        : first + " · " + check.benchmark().stream().limit(3).collect(Collectors.joining(", "));
  }

  private FindingsView.Row row(Context context, Finding finding) {
    var opened = finding.openedAt();
    boolean fresh = Duration.between(opened, context.now()).compareTo(NEW) < 0;
    var check = catalogue.find(finding.check());
    boolean byCheck = context.asked().group() == Grouping.CONTROL;
    return new FindingsView.Row(
        finding.id().toString(),
        Format.age(Duration.between(opened, context.now())),
        finding.reopened() ? "back" : fresh ? "new" : null,
        context.asked().asOf().keep("/findings/" + finding.id()),
        byCheck ? null : finding.severity(),
        byCheck ? finding.subject().kind().name() : "",
        byCheck ? finding.subject().name() : check.map(Check::title).orElse(finding.check()),
        context.cluster(finding).name(),
        where(finding),
        observed(finding),
        context.status(finding),
        false,
        context.stakes().one(finding.cluster(), finding.check()));
  }

  private static String observed(Finding finding) {
    var offences = finding.offences();
    String more = offences.size() == 1 ? "" : " and " + (offences.size() - 1) + " more";
    return offences.stream().findFirst().map(Outcome.Offence::message).orElse("") + more;
  }

  private static String where(Finding finding) {
    return finding.subject().namespace().isEmpty() ? "cluster" : finding.subject().namespace();
  }

  private static List<FindingsView.Row> blind(Context context, String check) {
    return context.scans().stream()
        .flatMap(scan ->
            context.stakes().tallies().getOrDefault(scan.id(), List.of()).stream()
                .filter(tally -> tally.check().equals(check))
                .filter(FindingGroups::notJudged)
                .map(tally -> blind(context, scan, tally)))
        .toList();
  }

  private static boolean notJudged(CheckTally tally) {
    return tally.state() == CheckResult.State.UNKNOWN || tally.tally().unknown() > 0;
  }

  private static FindingsView.Row blind(Context context, Scan scan, CheckTally tally) {
    int objects = tally.tally().unknown();
    return new FindingsView.Row(
        "",
        "",
        null,
        "/clusters/" + context.alias(scan) + "/scans/" + scan.id(),
        null,
        "",
        objects == 0 ? "Not judged" : Format.counted(objects, "object", "objects") + " not judged",
        context.name(scan),
        "",
        tally.detail(),
        Mark.unknown("Unknown"),
        true,
        null);
  }

  private record Context(
      FindingsList.Asked asked,
      Map<UUID, Cluster> clusters,
      Points.Stakes stakes,
      List<Scan> scans,
      Map<String, Long> failing,
      Instant now,
      Map<UUID, Waiver> inForce,
      Map<UUID, Waiver> waiting) {

    Mark status(Finding finding) {
      var accepted = Optional.ofNullable(inForce.get(finding.id()));
      return accepted.isEmpty() && waiting.containsKey(finding.id())
          ? Mark.fail("Open, exception asked for")
          : ExceptionMarks.failing(accepted);
    }

    Cluster cluster(Finding finding) {
      return java.util.Objects.requireNonNull(clusters.get(finding.cluster()));
    }

    String name(Scan scan) {
      return known(scan) == null ? "" : java.util.Objects.requireNonNull(known(scan)).name();
    }

    String alias(Scan scan) {
      return known(scan) == null ? "" : java.util.Objects.requireNonNull(known(scan)).alias();
    }

    private @Nullable Cluster known(Scan scan) {
      return clusters.get(scan.cluster());
    }
  }
}
