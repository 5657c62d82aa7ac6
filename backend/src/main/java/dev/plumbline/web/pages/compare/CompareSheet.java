package dev.plumbline.web.pages.compare;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.Severity;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingDifferences;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.ControlMarks;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.FrameworkName;
import dev.plumbline.web.pages.ScoreStory;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.Comparisons.Comparison;
import dev.plumbline.web.query.Comparisons.ControlChange;
import dev.plumbline.web.query.Comparisons.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the view of a comparison. */
@Component
class CompareSheet {

  private static final int CONTROLS = 40;
  private static final String ALL = "All clusters";

  private final Clusters clusters;
  private final Catalogue catalogue;
  private final ScoreStory story;

  CompareSheet(Clusters clusters, Catalogue catalogue, ScoreStory story) {
    this.clusters = clusters;
    this.catalogue = catalogue;
    this.story = story;
  }

  CompareView view(Comparison found) {
    Map<UUID, String> names =
        clusters.list().stream().collect(Collectors.toMap(Cluster::id, Cluster::name));
    String from = moment(found.a().at());
    return new CompareView(
        side(found.a()),
        side(found.b()),
        choices(),
        rows(found),
        found
            .bridge()
            .map(it ->
                story.chart(it, from, moment(found.b().at()), ScoreStory.Crowd.of(found.looks())))
            .orElse(null),
        found.bridge().map(it -> story.sentence(it, from)).orElse(List.of()),
        List.of(
            table("Gained", "fail on the second side only", found.gained(), found.b(), names),
            table("Lost", "failed on the first side only", found.lost(), found.a(), names),
            table("Changed", "fail on both, in another way", found.changed(), found.b(), names)),
        frameworks(found));
  }

  private static String moment(Instant at) {
    return Format.moment(at, ZoneOffset.UTC);
  }

  private static CompareView.Side side(Side side) {
    return new CompareView.Side(
        side.cluster().map(Cluster::name).orElse(ALL),
        side.cluster().map(Cluster::alias).orElse(""),
        whole(side.at()).toString().replace("Z", ""),
        moment(side.at()));
  }

  /** The next whole second, so that a look of this very instant still holds at it. */
  private static Instant whole(Instant at) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(at) ? at : second.plusSeconds(1);
  }

  private List<CompareView.Choice> choices() {
    var choices = new ArrayList<CompareView.Choice>();
    choices.add(new CompareView.Choice("", ALL));
    clusters.list().stream()
        .map(cluster -> new CompareView.Choice(cluster.alias(), cluster.name()))
        .forEach(choices::add);
    return choices;
  }

  private static List<CompareView.Row> rows(Comparison found) {
    var rows = new ArrayList<CompareView.Row>();
    rows.add(score(found));
    rows.add(new CompareView.Row("Coverage", coverage(found.a()), coverage(found.b()), ""));
    for (Severity severity : Severity.values()) {
      long before = found.a().failing().getOrDefault(severity, 0L);
      long after = found.b().failing().getOrDefault(severity, 0L);
      if (before + after > 0) {
        rows.add(
            count(
                severity.name().charAt(0)
                    + severity.name().substring(1).toLowerCase(java.util.Locale.ROOT)
                    + " findings",
                found,
                before,
                after));
      }
    }
    return rows;
  }

  private static CompareView.Row score(Comparison found) {
    Optional<Double> before = score(found.a());
    Optional<Double> after = score(found.b());
    String change =
        before.isEmpty() || after.isEmpty()
            ? ""
            : Format.signed(Format.moved(before.get(), after.get()));
    return new CompareView.Row(
        "Score", Format.score(before.orElse(null)), Format.score(after.orElse(null)), change);
  }

  private static Optional<Double> score(Side side) {
    return side.fleet().score().map(score -> score.rounded(4).doubleValue());
  }

  private static String coverage(Side side) {
    return side.fleet().scans().isEmpty()
        ? Format.NOT_KNOWN
        : Format.percent(side.fleet().coverage().doubleValue() * 100);
  }

  private static CompareView.Row count(String label, Comparison found, long before, long after) {
    boolean known = !found.a().fleet().scans().isEmpty() && !found.b().fleet().scans().isEmpty();
    String change =
        known && before != after ? (after > before ? "+" : "") + Format.count(after - before) : "";
    return new CompareView.Row(
        label,
        found.a().fleet().scans().isEmpty() ? Format.NOT_KNOWN : Format.count(before),
        found.b().fleet().scans().isEmpty() ? Format.NOT_KNOWN : Format.count(after),
        change);
  }

  private CompareView.Table table(
      String title,
      String note,
      FindingDifferences.Found found,
      Side side,
      Map<UUID, String> names) {
    var asOf = new AsOf(Optional.of(whole(side.at())));
    return new CompareView.Table(
        title,
        note,
        "None.",
        found.total(),
        found.findings().stream().map(finding -> found(finding, asOf, names)).toList());
  }

  private CompareView.Found found(Finding finding, AsOf asOf, Map<UUID, String> names) {
    return new CompareView.Found(
        asOf.keep("/findings/" + finding.id()),
        finding.severity(),
        catalogue.find(finding.check()).map(Check::title).orElse(finding.check()),
        finding.subject().kind().name(),
        names.getOrDefault(finding.cluster(), ""),
        finding.subject().namespace(),
        finding.subject().name(),
        finding.offences().isEmpty() ? "" : finding.offences().getFirst().message());
  }

  private static List<CompareView.Framework> frameworks(Comparison found) {
    var byFramework =
        found.controls().stream()
            .collect(
                Collectors.groupingBy(
                    ControlChange::framework, LinkedHashMap::new, Collectors.toList()));
    var frameworks = new ArrayList<CompareView.Framework>();
    byFramework.forEach((framework, changes) -> {
      long better = changes.stream().filter(CompareSheet::better).count();
      frameworks.add(
          new CompareView.Framework(
              FrameworkName.of(framework),
              better,
              changes.size() - better,
              changes.stream().limit(CONTROLS).map(CompareSheet::control).toList(),
              Math.max(0, changes.size() - CONTROLS)));
    });
    return frameworks;
  }

  /** What stands later in the order of statuses is less grave. */
  private static boolean better(ControlChange change) {
    ControlStatus from = change.from();
    return change.to().compareTo(from) > 0;
  }

  private static CompareView.Control control(ControlChange change) {
    return new CompareView.Control(
        change.control().id(),
        change.control().topic(),
        "/controls/" + change.framework().id() + "/" + Urls.encode(change.control().id()),
        ControlMarks.of(change.from()),
        ControlMarks.of(change.to()));
  }
}
