package dev.plumbline.web.api.checks;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of checks, as their folders tell it. */
@RestController
@RequestMapping("/api/v1/checks")
class ChecksApi {

  private final Catalogue catalogue;

  ChecksApi(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Operation(summary = "Lists the product's checks and the organisation's own that count.")
  @Requires(Permission.READ)
  @GetMapping
  Body<List<Check>> list(Paging paging) {
    return paging.cut(catalogue.all(), Check::id);
  }

  @Operation(summary = "Reads one check, by its id or a former one.")
  @Requires(Permission.READ)
  @GetMapping("/{id}")
  Body<Check> get(@PathVariable String id) {
    return Body.of(catalogue.find(id).orElseThrow(() -> new NotHere("check")));
  }
}
