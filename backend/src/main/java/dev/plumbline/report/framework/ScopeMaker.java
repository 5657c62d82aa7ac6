package dev.plumbline.report.framework;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.report.framework.FrameworkReportView.ClusterRow;
import dev.plumbline.report.framework.FrameworkReportView.Scope;
import dev.plumbline.report.framework.FrameworkReportView.Unread;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What was looked at, with what rights, and what could not be read. */
final class ScopeMaker {

  private final Material material;
  private final Sentences say;

  ScopeMaker(Material material) {
    this.material = material;
    this.say = new Sentences(material.zone());
  }

  Scope scope() {
    var framework = material.framework();
    return new Scope(
        material.clusters().stream().map(this::row).toList(),
        List.of(),
        unread(),
        material.holding().stream().mapToInt(scan -> scan.size().objects()).sum(),
        verdicts(one ->
            one.tally().passed()
                + one.tally().failed()
                + one.tally().notApplicable()
                + one.tally().unknown()),
        verdicts(one -> one.tally().passed() + one.tally().failed() + one.tally().notApplicable()),
        material.holding().stream()
            .map(Scan::rulePack)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", ")),
        "",
        "%s %s, mapping %s of %s"
            .formatted(
                framework.name(),
                framework.edition(),
                framework.mappingVersion(),
                say.day(framework.mappingDate())));
  }

  private int verdicts(ToIntFunction<Evidence> number) {
    return material.closing().clusters().stream()
        .mapToInt(cluster ->
            cluster.controls().stream()
                .filter(control -> control.kind().machineCheckable())
                .flatMap(control -> control.evidence().stream())
                .filter(Evidence::built)
                .collect(Collectors.toMap(Evidence::id, one -> one, (one, same) -> one))
                .values()
                .stream()
                .mapToInt(number)
                .sum())
        .sum();
  }

  private ClusterRow row(Standing standing) {
    Cluster cluster = standing.cluster();
    var scan = standing.scan();
    return new ClusterRow(
        cluster.name() + (cluster.sample() ? " (sample)" : ""),
        cluster.apiUid(),
        scan.map(Scan::serverVersion).filter(version -> !version.isEmpty()).orElse(Sentences.DASH),
        scan.map(one -> one.size().objects()).orElse(0),
        scan.map(one -> one.size().namespaces()).orElse(0),
        scan.map(one -> one.size().workloads()).orElse(0),
        Math.toIntExact(material.scans().getOrDefault(cluster.id(), 0L)),
        scan.flatMap(Scan::takenAt).orElse(null),
        scan.flatMap(Scan::result).map(Scan.Result::coverage).map(ScopeMaker::percent).orElse(null),
        credential(cluster),
        cluster.live()
            ? "what its account may get and list; what was refused stands below"
            : "those of the person who collected the files",
        stale(standing));
  }

  private static BigDecimal percent(BigDecimal share) {
    return share.multiply(BigDecimal.valueOf(100)).setScale(2, RoundingMode.FLOOR);
  }

  private String credential(Cluster cluster) {
    return cluster
        .credential()
        .map(one ->
            one.kind()
                + (one.subject().isEmpty() ? "" : " of " + one.subject())
                + one.expiresAt().map(end -> ", until " + say.date(end)).orElse(""))
        .orElse("uploaded files");
  }

  String stale(Standing standing) {
    return switch (standing.age()) {
      case FRESH -> "";
      case NEVER -> "never read by then";
      case STALE -> "stale, " + old(standing) + "; its last score still counts";
      case LAPSED -> "lapsed, " + old(standing) + ": nothing of it counts as passed";
    };
  }

  private String old(Standing standing) {
    return standing
        .old(material.at())
        .map(old -> "last read " + say.n(old.toHours()) + " h before the instant")
        .orElse("last read too long before the instant");
  }

  private List<Unread> unread() {
    var unread = new ArrayList<Unread>();
    for (var standing : material.clusters()) {
      Map<String, List<CheckTally>> kinds = new TreeMap<>();
      material
          .tallies()
          .getOrDefault(standing.cluster().id(), List.of())
          .forEach(tally ->
              tally
                  .unread()
                  .forEach(
                      kind -> kinds.computeIfAbsent(kind, one -> new ArrayList<>()).add(tally)));
      kinds.forEach((kind, tallies) ->
          unread.add(new Unread(standing.cluster().name(), kind, reason(tallies), tallies.size())));
    }
    return List.copyOf(unread);
  }

  private static String reason(List<CheckTally> tallies) {
    return tallies.stream()
        .map(CheckTally::detail)
        .filter(detail -> !detail.isEmpty())
        .findFirst()
        .orElse("not read to its end");
  }
}
