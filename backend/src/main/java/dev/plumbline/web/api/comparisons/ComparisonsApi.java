package dev.plumbline.web.api.comparisons;

import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.query.Comparisons;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two instants, two clusters or two scans held against each other. */
@RestController
@RequestMapping("/api/v1/comparisons")
class ComparisonsApi {

  private static final int MOST = 10_000;

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
            comparisons.of(new Comparisons.Asked(a, aAt), new Comparisons.Asked(b, bAt), MOST)));
  }
}
