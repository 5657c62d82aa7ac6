package dev.plumbline.web.pages.overview;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Points;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The five checks whose mending wins most. */
@Component
class Fixes {

  private static final int MOST = 5;

  private final Catalogue catalogue;
  private final Findings findings;

  Fixes(Catalogue catalogue, Findings findings) {
    this.catalogue = catalogue;
    this.findings = findings;
  }

  List<OverviewView.Fix> of(Points.Stakes stakes, FindingFilter filter) {
    return findings.byCheck(filter).entrySet().stream()
        .flatMap(failing ->
            catalogue.find(failing.getKey()).stream()
                .map(check -> fix(check, failing.getValue(), stakes)))
        .filter(fix -> fix.points() > 0)
        .sorted(Comparator.comparingDouble(OverviewView.Fix::points).reversed())
        .limit(MOST)
        .toList();
  }

  private static OverviewView.Fix fix(Check check, long failing, Points.Stakes stakes) {
    return new OverviewView.Fix(
        check.title(),
        "/findings?q=check:" + check.id(),
        Format.counted(failing, "object fails", "objects fail"),
        check.severity(),
        stakes.all(check.id()));
  }
}
