package dev.plumbline.web.api.findings;

import dev.plumbline.finding.FindingPage;
import dev.plumbline.finding.Findings;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.query.FindingQueries;
import dev.plumbline.web.query.Query;
import dev.plumbline.web.security.Requires;
import java.util.List;
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

  FindingsApi(Findings findings, FindingQueries queries) {
    this.findings = findings;
    this.queries = queries;
  }

  /** The list, gravest first; {@code q} is the filter of the pages, {@code at} an instant. */
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
    return paging.answer(
        page.findings().stream().map(FindingJson::of).toList(),
        page.next().orElse(null),
        page.total());
  }

  @Requires(Permission.READ)
  @GetMapping("/{id}")
  Body<FindingJson> get(@PathVariable UUID id, AsOf asOf) {
    return Body.of(
        findings
            .find(id, asOf.instant())
            .map(FindingJson::of)
            .orElseThrow(() -> new NotHere("finding")));
  }

  /** All periods of a finding, oldest first. */
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
