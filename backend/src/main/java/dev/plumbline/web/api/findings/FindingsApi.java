package dev.plumbline.web.api.findings;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingPage;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.query.FindingQueries;
import dev.plumbline.web.query.Query;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What fails, and what failed at any instant. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingsApi {

  private final Findings findings;
  private final FindingQueries queries;
  private final WaiverBook book;
  private final Clock clock;

  FindingsApi(Findings findings, FindingQueries queries, WaiverBook book, Clock clock) {
    this.findings = findings;
    this.queries = queries;
    this.book = book;
    this.clock = clock;
  }

  @Operation(summary = "Lists findings, gravest first; q is the filter of the pages.")
  @Requires(Permission.READ)
  @GetMapping
  Body<List<FindingJson>> list(
      @RequestParam(defaultValue = "") String q, Paging paging, AsOf asOf) {
    var query = Query.parse(q);
    var understood = queries.understand(query, asOf.instant());
    if (!understood.problems().isEmpty()) {
      throw new Refused("q", String.join(" ", understood.problems()));
    }
    var page =
        findings.page(
            understood.filter(), paging.after(FindingPage.Position.class), paging.limit());
    var inForce = inForce(page.findings(), asOf);
    return paging.answer(
        page.findings().stream()
            .map(finding -> FindingJson.of(finding, inForce.get(finding.id())))
            .toList(),
        page.next().orElse(null),
        page.total());
  }

  @Operation(summary = "Reads one finding.")
  @Requires(Permission.READ)
  @GetMapping("/{id}")
  Body<FindingJson> get(@PathVariable UUID id, AsOf asOf) {
    var finding = findings.find(id, asOf.instant()).orElseThrow(() -> new NotHere("finding"));
    return Body.of(FindingJson.of(finding, inForce(List.of(finding), asOf).get(id)));
  }

  private Map<UUID, Waiver> inForce(List<Finding> shown, AsOf asOf) {
    return book.inForce(
        shown.stream().map(Finding::id).toList(), asOf.instant().orElseGet(clock::instant));
  }

  @Operation(summary = "Lists all periods of a finding, oldest first.")
  @Requires(Permission.READ)
  @GetMapping("/{id}/history")
  Body<List<FindingJson>> history(@PathVariable UUID id, Paging paging) {
    var periods = findings.history(id);
    if (periods.isEmpty()) {
      throw new NotHere("finding");
    }
    return paging.cut(
        periods.stream().map(FindingJson::of).toList(), period -> period.from().toString());
  }
}
