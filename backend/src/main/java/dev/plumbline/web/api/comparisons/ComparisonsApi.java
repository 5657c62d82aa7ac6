package dev.plumbline.web.api.comparisons;

import dev.plumbline.finding.Difference;
import dev.plumbline.finding.FindingPage;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.query.Comparisons;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two instants, two clusters or two scans held against each other. */
@RestController
@RequestMapping("/api/v1/comparisons")
class ComparisonsApi {

  private static final int SHOWN = 200;

  private final Comparisons comparisons;

  ComparisonsApi(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /**
   * {@code a} and {@code b} are a scan's id, a cluster's alias or id, or empty for all clusters;
   * {@code aAt} and {@code bAt} instants, empty for now. Without {@code a} and {@code aAt} the
   * first side is the second one a week before.
   */
  @Operation(
      summary = "Compares two scans, or clusters at two instants: what is new, fixed and changed.")
  @Requires(Permission.READ)
  @GetMapping
  Body<ComparisonJson> compare(
      @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "") String aAt,
      @RequestParam(defaultValue = "") String b,
      @RequestParam(defaultValue = "") String bAt) {
    return Body.of(
        ComparisonJson.of(
            comparisons.of(new Comparisons.Asked(a, aAt), new Comparisons.Asked(b, bAt), SHOWN)));
  }

  /**
   * Sides as of {@link #compare}; name their instants, so that every page is of the same.
   *
   * @param list {@code gained}, {@code lost} or {@code changed}
   */
  @Operation(summary = "Lists page by page the findings that part two sides, gravest first.")
  @Requires(Permission.READ)
  @GetMapping("/{list}")
  Body<List<ComparisonJson.FindingJson>> findings(
      @PathVariable String list,
      @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "") String aAt,
      @RequestParam(defaultValue = "") String b,
      @RequestParam(defaultValue = "") String bAt,
      Paging paging) {
    var page =
        comparisons.page(
            new Comparisons.Asked(a, aAt),
            new Comparisons.Asked(b, bAt),
            difference(list),
            paging.after(FindingPage.Position.class),
            paging.limit());
    return paging.answer(
        page.findings().stream().map(ComparisonJson::finding).toList(),
        page.next().orElse(null),
        page.total());
  }

  private static Difference difference(String list) {
    return Arrays.stream(Difference.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(list))
        .findFirst()
        .orElseThrow(() -> new NotHere("list of a comparison"));
  }
}
