package dev.plumbline.web.pages.matrix;

import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Standings;
import dev.plumbline.web.charts.Share;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.FleetScope;
import dev.plumbline.web.query.FleetScopes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the view of a matrix. */
@Component
class Matrix {

  private final Standings standings;
  private final FleetScopes scopes;

  Matrix(Standings standings, FleetScopes scopes) {
    this.standings = standings;
    this.scopes = scopes;
  }

  MatrixView view(Framework framework, String cluster, AsOf asOf) {
    var scope = scopes.of(asOf.instant(), cluster);
    FleetStanding fleet = standings.standing(framework, scope.judged(), scope.at());
    String query = cluster.isEmpty() ? "" : "?cluster=" + Urls.encode(cluster);
    Cells cells = new Cells(framework, query, asOf);
    return new MatrixView(
        framework.fullName(),
        lede(fleet, scope),
        "A cell counts checks whose failing makes the technique easier. No setting closes a"
            + " technique for good.",
        framework.licence(),
        framework.link(),
        words(scope),
        asOf.keep("/frameworks/" + framework.id() + query),
        framework.sections().stream().map(section -> cells.tactic(section, fleet)).toList());
  }

  private static String lede(FleetStanding fleet, FleetScope scope) {
    return "Settings of %s make %d of %s easier."
        .formatted(
            words(scope),
            fleet.counts().fail(),
            Format.counted(fleet.controls().size(), "technique", "techniques"));
  }

  private static String words(FleetScope scope) {
    return scope.clusters().size() == 1
        ? scope.clusters().getFirst().cluster().name()
        : Format.counted(scope.evidence().size(), "scanned cluster", "scanned clusters");
  }

  private record Cells(Framework framework, String query, AsOf asOf) {

    MatrixView.Tactic tactic(Framework.Section tactic, FleetStanding fleet) {
      List<MatrixView.Technique> techniques =
          fleet.controls().stream()
              .filter(one -> one.control().tactics().contains(tactic.id()))
              .map(this::technique)
              .toList();
      long failing = techniques.stream().filter(one -> one.share().fail() > 0).count();
      return new MatrixView.Tactic(tactic.id(), tactic.topic(), failing, techniques);
    }

    private MatrixView.Technique technique(FleetControl standing) {
      String id = standing.control().id();
      Share share =
          Share.judged(
              count(standing, Evidence.State.PASSES),
              count(standing, Evidence.State.FAILS),
              count(standing, Evidence.State.NOT_JUDGED));
      return new MatrixView.Technique(
          id,
          standing.control().topic(),
          asOf.keep("/controls/%s/%s%s".formatted(framework.id(), id, query)),
          mark(share),
          share);
    }

    private static long count(FleetControl standing, Evidence.State state) {
      return standing.evidence().stream().filter(one -> one.state() == state).count();
    }

    private static Mark mark(Share share) {
      if (share.fail() > 0) {
        return Mark.fail(share.fail() + " failing");
      }
      if (share.unknown() > 0) {
        return Mark.unknown(share.unknown() + " not judged");
      }
      return share.pass() > 0
          ? Mark.pass(share.pass() + " passing")
          : new Mark(Mark.Kind.NOT_APPLICABLE, "Nothing to judge");
    }
  }
}
