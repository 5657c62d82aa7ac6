package dev.plumbline.web.pages.scan;

import dev.plumbline.check.CheckResult;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.Tallies;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.scan.Scan;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.pages.Stat;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of one scan. */
@Component
class ScanSheet {

  private static final List<Scan.Phase> PHASES =
      List.of(
          Scan.Phase.CONNECT,
          Scan.Phase.DISCOVER,
          Scan.Phase.COLLECT,
          Scan.Phase.EVALUATE,
          Scan.Phase.STORE);

  private final Clusters clusters;
  private final KubeObjects objects;
  private final Tallies tallies;

  ScanSheet(Clusters clusters, KubeObjects objects, Tallies tallies) {
    this.clusters = clusters;
    this.objects = objects;
    this.tallies = tallies;
  }

  ScanView view(Scan scan, boolean mayCancel) {
    Cluster cluster = clusters.get(scan.cluster());
    boolean running = !scan.state().over();
    String here = "/clusters/" + cluster.alias() + "/scans/" + scan.id();
    boolean done = scan.state() == Scan.State.DONE;
    return new ScanView(
        cluster.name(),
        "/clusters/" + cluster.alias(),
        "Scan of " + Format.moment(scan.requestedAt(), ZoneOffset.UTC),
        title(scan, cluster),
        status(scan),
        running,
        running ? here + "/events" : null,
        running && mayCancel ? here + "/cancel" : null,
        PHASES.stream().map(phase -> phase(scan, phase)).toList(),
        scan.progress().done(),
        scan.progress().total(),
        notices(scan),
        done ? kinds(scan) : List.of(),
        "",
        done ? stats(scan) : List.of(),
        facts(scan),
        note(scan));
  }

  private static String title(Scan scan, Cluster cluster) {
    return switch (scan.state()) {
      case QUEUED -> "Waiting to read " + cluster.name();
      case RUNNING -> "Reading " + cluster.name();
      case DONE -> "Read " + cluster.name();
      case FAILED -> "Could not read " + cluster.name();
      case CANCELLED -> "Stopped reading " + cluster.name();
    };
  }

  private static String status(Scan scan) {
    return switch (scan.state()) {
      case QUEUED -> "It begins as soon as a worker is free.";
      case RUNNING -> "Last heard of " + Format.moment(heard(scan), ZoneOffset.UTC) + ".";
      case DONE ->
          "%s judged, as seen %s."
              .formatted(
                  Format.counted(scan.size().objects(), "object", "objects"),
                  Format.moment(scan.takenAt().orElse(null), ZoneOffset.UTC));
      case FAILED -> scan.failure();
      case CANCELLED -> "What it had read was dropped; earlier results stay.";
    };
  }

  private static java.time.@Nullable Instant heard(Scan scan) {
    return scan.progress().at().orElse(null);
  }

  private static ScanView.Phase phase(Scan scan, Scan.Phase phase) {
    int reached = scan.progress().phase().ordinal();
    boolean done = scan.state() == Scan.State.DONE || reached > phase.ordinal();
    boolean current = scan.state() == Scan.State.RUNNING && reached == phase.ordinal();
    var progress = scan.progress();
    int percent =
        done ? 100 : current && progress.total() > 0 ? 100 * progress.done() / progress.total() : 0;
    String words =
        phase.name().charAt(0) + phase.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    String note =
        done
            ? "done"
            : current && progress.total() > 0
                ? progress.done() + " of " + progress.total() + " kinds"
                : current ? "now" : "";
    return new ScanView.Phase(words, percent, current, note);
  }

  private static List<Notice> notices(Scan scan) {
    List<Notice> notices = new ArrayList<>();
    if (scan.state() == Scan.State.FAILED) {
      notices.add(Notice.bad("The scan failed.", scan.failure()));
    }
    scan.notes().stream()
        .limit(50)
        .map(note -> new Notice(Notice.Tone.WARN, null, note, null))
        .forEach(notices::add);
    return notices;
  }

  private List<ScanView.Kind> kinds(Scan scan) {
    return objects.coverage(scan.id()).readings().entrySet().stream()
        .filter(entry -> entry.getValue().state() != Coverage.State.NOT_SERVED)
        .sorted(
            Comparator.comparing((Map.Entry<Kind, Coverage.Reading> entry) -> complete(entry))
                .thenComparing(Map.Entry::getKey))
        .map(entry -> kind(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static boolean complete(Map.Entry<Kind, Coverage.Reading> entry) {
    return entry.getValue().state() == Coverage.State.COMPLETE;
  }

  private static ScanView.Kind kind(Kind kind, Coverage.Reading reading) {
    boolean complete = reading.state() == Coverage.State.COMPLETE;
    boolean some = complete || reading.state() == Coverage.State.PARTIAL;
    return new ScanView.Kind(
        kind.toString(),
        complete ? 100 : 0,
        some ? (long) reading.count() : null,
        reading.reason(),
        complete ? Mark.pass("Read") : Mark.unknown(words(reading.state())),
        !complete);
  }

  private static String words(Coverage.State state) {
    return switch (state) {
      case COMPLETE -> "Read";
      case PARTIAL -> "In part";
      case FORBIDDEN -> "Forbidden";
      case FAILED -> "Failed";
      case NOT_READ -> "Not read";
      case NOT_SERVED -> "Not installed";
    };
  }

  private List<Stat> stats(Scan scan) {
    long blind =
        tallies.ofScan(scan.id()).stream()
            .map(CheckTally::state)
            .filter(state -> state == CheckResult.State.UNKNOWN)
            .count();
    return List.of(
        new Stat("Objects", (long) scan.size().objects(), "read and kept, redacted", null),
        new Stat("New findings", (long) scan.change().opened(), "never seen before", "/findings"),
        new Stat("Fixed", (long) scan.change().fixed(), "fixed or gone", null),
        new Stat("Not judged", blind, "checks, see the receipt", "/score"));
  }

  private static List<Fact> facts(Scan scan) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Asked for by", scan.requestedBy()));
    facts.add(Fact.of("Asked for", Format.moment(scan.requestedAt(), ZoneOffset.UTC)));
    if (scan.state() == Scan.State.DONE) {
      facts.add(Fact.of("Server", scan.serverVersion().isEmpty() ? "–" : scan.serverVersion()));
      facts.add(
          Fact.of(
              "Distribution",
              scan.distribution().isEmpty() ? "not detected" : scan.distribution()));
      facts.add(Fact.code("Rule pack", scan.rulePack()));
      facts.add(
          Fact.of(
              "Score",
              Format.score(
                  scan.result()
                      .flatMap(Scan.Result::score)
                      .map(score -> score.rounded(4))
                      .orElse(null))));
    }
    return facts;
  }

  private static String note(Scan scan) {
    return switch (scan.state()) {
      case DONE -> "Everything it found holds from the instant it looked.";
      case QUEUED, RUNNING -> "Nothing changes until the scan is stored as a whole.";
      case FAILED, CANCELLED -> "Nothing was changed.";
    };
  }
}
