package dev.plumbline.web.pages.score;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.Tallies;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.ExceptedScore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of a receipt: of one cluster line by line, of the fleet by clusters. */
@Component
class Receipt {

  private final Scans scans;
  private final Tallies tallies;
  private final Catalogue catalogue;
  private final ExceptedScore second;
  private final Clock clock;

  Receipt(Scans scans, Tallies tallies, Catalogue catalogue, ExceptedScore second, Clock clock) {
    this.second = second;
    this.clock = clock;
    this.scans = scans;
    this.tallies = tallies;
    this.catalogue = catalogue;
  }

  ScoreView view(String alias, AsOf asOf) {
    Fleet fleet = scans.fleet(asOf.instant());
    if (alias.isEmpty() && fleet.scans().size() != 1) {
      return ofFleet(fleet, asOf);
    }
    Standing standing =
        fleet.clusters().stream()
            .filter(one -> alias.isEmpty() ? one.scan().isPresent() : named(one, alias))
            .findFirst()
            .orElseThrow(() -> new NotHere("cluster"));
    return standing
        .scan()
        .map(scan -> ofCluster(standing, scan, asOf))
        .orElseGet(() -> ofFleet(new Fleet(List.of(standing)), asOf));
  }

  private static boolean named(Standing standing, String alias) {
    return standing.cluster().alias().equals(alias);
  }

  private ScoreView ofFleet(Fleet fleet, AsOf asOf) {
    boolean scanned = !fleet.scans().isEmpty();
    return new ScoreView(
        Format.counted(fleet.clusters().size(), "cluster", "clusters") + ", each weighing the same",
        scanned ? null : never(),
        number(fleet.score()),
        scanned ? fleet.coverage().doubleValue() * 100 : null,
        scanned ? fleet.potential().doubleValue() : null,
        excepted(fleet, asOf),
        0,
        0,
        fleet.scans().size(),
        fleet.score().map(Receipt::fraction).orElse(Format.NOT_KNOWN),
        fleet.scans().stream().map(Scan::rulePack).findFirst().orElse(""),
        fleet.clusters().stream().map(standing -> cluster(standing, asOf)).toList(),
        List.of(),
        List.of());
  }

  private @Nullable Double excepted(Fleet fleet, AsOf asOf) {
    var said =
        tallies.ofScans(fleet.scans().stream().map(Scan::id).toList()).stream()
            .collect(Collectors.groupingBy(CheckTally::scan));
    return number(second.of(fleet, said, asOf.instant().orElseGet(clock::instant)));
  }

  private static Empty never() {
    return new Empty(
        Empty.State.NEVER_SCANNED,
        null,
        "No score yet",
        "A score appears with the first scan.",
        new Link("Clusters", "/clusters"),
        null);
  }

  private static ScoreView.Cluster cluster(Standing standing, AsOf asOf) {
    String note =
        switch (standing.age()) {
          case FRESH -> "";
          case STALE -> "stale, still counts";
          case LAPSED -> "stale for three intervals, counts 0";
          case NEVER -> "never scanned, not counted";
        };
    return new ScoreView.Cluster(
        standing.cluster().name(),
        asOf.keep("/score?cluster=" + Urls.encode(standing.cluster().alias())),
        number(standing.scan().flatMap(Scan::result).flatMap(Scan.Result::score)),
        note);
  }

  private ScoreView ofCluster(Standing standing, Scan scan, AsOf asOf) {
    List<CheckTally> all = tallies.ofScan(scan.id());
    var score = new Score(all.stream().flatMap(tally -> tally.line().stream()).toList());
    var uncollected = NotCollected.of(score, catalogue);
    long weight = score.lines().stream().mapToLong(Score.Line::weight).sum();
    return new ScoreView(
        "%s, scan of %s"
            .formatted(
                standing.cluster().name(),
                Format.moment(scan.takenAt().orElse(null), ZoneOffset.UTC)),
        null,
        number(score.value()),
        score.coverage().map(part -> 100 * part.rounded(6).doubleValue()).orElse(null),
        number(score.potential()),
        excepted(new Fleet(List.of(standing)), asOf),
        uncollected.points().rounded(6).doubleValue(),
        uncollected.checks(),
        weight,
        earned(score),
        scan.rulePack(),
        List.of(),
        all.stream()
            .flatMap(tally -> tally.line().stream().map(line -> line(score, tally, line, standing)))
            .sorted(Comparator.comparingDouble(ScoreView.Line::lost).reversed())
            .toList(),
        all.stream().filter(tally -> tally.line().isEmpty()).map(this::out).toList());
  }

  private static String earned(Score score) {
    return score.lines().stream()
        .map(line -> line.value().times(Score.Fraction.of(line.weight(), 1)))
        .reduce(Score.Fraction::plus)
        .map(Receipt::fraction)
        .orElse("0");
  }

  private ScoreView.Line line(Score score, CheckTally tally, Score.Line line, Standing standing) {
    return new ScoreView.Line(
        tally.check(),
        title(tally.check()),
        "/help/checks/" + Urls.encode(tally.check()),
        tally.severity(),
        line.weight(),
        fraction(line.value()),
        100 * line.value().rounded(6).doubleValue(),
        unknown(tally),
        score.points(line).rounded(6).doubleValue(),
        score.lost(line).plus(score.open(line)).rounded(6).doubleValue(),
        tally.tally().failed() == 0
            ? null
            : "/findings?q=check:%s%%20cluster:%s"
                .formatted(Urls.encode(tally.check()), Urls.encode(standing.cluster().alias())));
  }

  private static String unknown(CheckTally tally) {
    if (tally.state() == CheckResult.State.UNKNOWN) {
      return tally.detail();
    }
    return tally.tally().unknown() == 0
        ? ""
        : Format.counted(tally.tally().unknown(), "object", "objects") + " not judged";
  }

  private ScoreView.Out out(CheckTally tally) {
    String reason =
        switch (tally.state()) {
          case EMPTY -> "Everything it judges was looked for, and there is none.";
          case NOT_APPLICABLE -> "This distribution cannot show it.";
          case ASSESSED, UNKNOWN -> "Information only: it weighs nothing.";
        };
    return new ScoreView.Out(
        tally.check(), title(tally.check()), "/help/checks/" + Urls.encode(tally.check()), reason);
  }

  private String title(String check) {
    return catalogue.find(check).map(Check::title).orElse(check);
  }

  private static @Nullable Double number(Optional<Score.Fraction> fraction) {
    return fraction.map(value -> value.rounded(6).doubleValue()).orElse(null);
  }

  private static String fraction(Score.Fraction fraction) {
    return fraction.denominator().equals(java.math.BigInteger.ONE)
        ? fraction.numerator().toString()
        : fraction.numerator() + "/" + fraction.denominator();
  }
}
