package dev.plumbline.web.api.scans;

import dev.plumbline.finding.Blind;
import dev.plumbline.finding.BlindSpots;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The objects behind a check's unknown count. */
@RestController
@RequestMapping("/api/v1")
class UnknownsApi {

  private final Scans scans;
  private final BlindSpots blindSpots;

  UnknownsApi(Scans scans, BlindSpots blindSpots) {
    this.scans = scans;
    this.blindSpots = blindSpots;
  }

  @Operation(
      summary =
          "Lists what a scan could not judge with a check, object by object, with the reason.")
  @Requires(Permission.READ)
  @GetMapping("/scans/{id}/checks/{check}/unknowns")
  Body<List<Blind>> list(@PathVariable UUID id, @PathVariable String check, Paging paging) {
    var scan = scans.find(id).orElseThrow(() -> new NotHere("scan"));
    var after = paging.after(ObjectKey.class);
    int most = paging.limit() + 1;
    return paging.answer(
        scan.takenAt()
            .map(at -> blindSpots.of(scan.cluster(), check, at, after, most))
            .orElse(List.of()),
        Blind::subject,
        Function.identity());
  }
}
