package dev.plumbline.web.api.frameworks;

import dev.plumbline.compliance.Attestations;
import dev.plumbline.compliance.ChosenBenchmark;
import dev.plumbline.compliance.ClusterEvidence;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.FrameworkText;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.query.FleetScope;
import dev.plumbline.web.query.FleetScopes;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where frameworks and their controls stand, now or at any instant, over one cluster or all. */
@RestController
@RequestMapping("/api/v1/frameworks")
class FrameworksApi {

  private final Frameworks frameworks;
  private final Standings standings;
  private final Attestations attestations;
  private final FleetScopes scopes;

  FrameworksApi(
      Frameworks frameworks, Standings standings, Attestations attestations, FleetScopes scopes) {
    this.frameworks = frameworks;
    this.standings = standings;
    this.attestations = attestations;
    this.scopes = scopes;
  }

  @Operation(summary = "Lists all frameworks with counts and scores; cluster is an alias or id.")
  @Requires(Permission.READ)
  @GetMapping
  Body<List<FrameworkJson>> list(
      @RequestParam(defaultValue = "") String cluster, AsOf asOf, Paging paging) {
    var scope = scopes.of(asOf.instant(), cluster);
    return paging.cut(
        frameworks.all(asOf.instant()).stream()
            .map(framework -> json(framework, scope.counting(frameworks, framework)))
            .toList(),
        FrameworkJson::id);
  }

  @Operation(summary = "Reads one framework, as a whole tree.")
  @Requires(Permission.READ)
  @GetMapping("/{id}")
  Body<TreeJson> get(
      @PathVariable String id, @RequestParam(defaultValue = "") String cluster, AsOf asOf) {
    Framework framework = framework(id, asOf);
    var scope = scopes.of(asOf.instant(), cluster).counting(frameworks, framework);
    boolean scanned = !scope.evidence().isEmpty();
    return Body.of(TreeJson.of(standing(framework, scope), scanned, chosen(framework, scope)));
  }

  @Operation(summary = "Writes a framework as YAML, to read or to write an own one from.")
  @Requires(Permission.READ)
  @GetMapping(path = "/{id}/yaml", produces = "application/yaml")
  byte[] yaml(@PathVariable String id, AsOf asOf) {
    return FrameworkText.of(framework(id, asOf)).getBytes(StandardCharsets.UTF_8);
  }

  @Operation(summary = "Lists a framework's controls, in its order.")
  @Requires(Permission.READ)
  @GetMapping("/{id}/controls")
  Body<List<ControlJson>> controls(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String cluster,
      AsOf asOf,
      Paging paging) {
    Framework framework = framework(id, asOf);
    var scope = scopes.of(asOf.instant(), cluster).counting(frameworks, framework);
    return paging.cut(
        standing(framework, scope).controls().stream().map(ControlJson::of).toList(),
        ControlJson::id);
  }

  @Operation(summary = "Reads one control, with its checks and what people attest of it.")
  @Requires(Permission.READ)
  @GetMapping("/{id}/controls/{control}")
  Body<ControlStandingJson> control(
      @PathVariable String id,
      @PathVariable String control,
      @RequestParam(defaultValue = "") String cluster,
      AsOf asOf) {
    Framework framework = framework(id, asOf);
    var scope = scopes.of(asOf.instant(), cluster).counting(frameworks, framework);
    var found =
        standing(framework, scope).control(control).orElseThrow(() -> new NotHere("control"));
    return Body.of(
        ControlStandingJson.of(
            found,
            scope,
            attestations.of(id, control).stream()
                .filter(one -> !one.attestedAt().isAfter(scope.at()))
                .toList()));
  }

  private FrameworkJson json(Framework framework, FleetScope scope) {
    boolean scanned = !scope.evidence().isEmpty();
    return FrameworkJson.of(standing(framework, scope), scanned, chosen(framework, scope));
  }

  private Map<UUID, ChosenBenchmark> chosen(Framework framework, FleetScope scope) {
    return frameworks.oneOfSeveral(framework)
        ? scope.evidence().stream()
            .collect(
                Collectors.toMap(
                    ClusterEvidence::cluster,
                    one -> frameworks.benchmark(one.distribution(), one.version())))
        : Map.of();
  }

  private Framework framework(String id, AsOf asOf) {
    return frameworks.find(id, asOf.instant()).orElseThrow(() -> new NotHere("framework"));
  }

  private FleetStanding standing(Framework framework, FleetScope scope) {
    return standings.standing(framework, scope.judged(), scope.at());
  }
}
