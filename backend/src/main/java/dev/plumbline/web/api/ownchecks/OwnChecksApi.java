package dev.plumbline.web.api.ownchecks;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.rulebook.OwnCheck;
import dev.plumbline.rulebook.OwnChecks;
import dev.plumbline.scan.Looks;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.IfMatch;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's own checks; those that count are among {@code checks} too. */
@RestController
@RequestMapping("/api/v1/own-checks")
class OwnChecksApi {

  private final OwnChecks checks;
  private final Clusters clusters;
  private final Looks looks;

  OwnChecksApi(OwnChecks checks, Clusters clusters, Looks looks) {
    this.checks = checks;
    this.clusters = clusters;
    this.looks = looks;
  }

  @Operation(summary = "Lists the organisation's own checks, drafts and retired ones included.")
  @Requires(Permission.READ)
  @GetMapping
  Body<List<OwnCheckJson>> list(Paging paging) {
    return paging.cut(checks.all().stream().map(OwnCheckJson::of).toList(), OwnCheckJson::id);
  }

  @Operation(summary = "Reads one own check with its source.")
  @Requires(Permission.READ)
  @GetMapping("/{id}")
  Body<OwnCheckJson> get(@PathVariable String id) {
    return Body.of(OwnCheckJson.of(checks.get(id)));
  }

  /**
   * A check to keep as a draft.
   *
   * @param id begins with {@code own-}
   * @param source a {@code check.yaml}
   */
  record NewCheck(@Nullable String id, @Nullable String source) {}

  @Operation(summary = "Compiles a check, plays its fixtures, and keeps it as a draft.")
  @Requires(Permission.WRITE_RULES)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Body<OwnCheckJson>> create(@RequestBody NewCheck asked) {
    String id = asked.id() == null ? "" : asked.id();
    OwnCheck own = checks.create(id, source(asked.source()));
    return ResponseEntity.created(URI.create("/api/v1/own-checks/" + own.slug()))
        .body(Body.of(OwnCheckJson.of(own)));
  }

  /** Another {@code check.yaml} in place of the one before. */
  record NewSource(@Nullable String source) {}

  @Operation(
      summary =
          "Keeps another source; what counts goes on counting until the new one is activated.")
  @Requires(Permission.WRITE_RULES)
  @PutMapping("/{id}")
  Body<OwnCheckJson> change(@PathVariable String id, @RequestBody NewSource asked, IfMatch read) {
    OwnCheck own = checks.get(id);
    return read.change(
        own.id(),
        () -> get(id),
        () ->
            Body.of(OwnCheckJson.of(checks.change(id, source(asked.source()), Optional.empty()))));
  }

  @Operation(summary = "Deletes a draft that never counted.")
  @Requires(Permission.WRITE_RULES)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, IfMatch read) {
    read.delete(checks.get(id).id(), () -> get(id), () -> checks.delete(id));
  }

  /**
   * Where to try it.
   *
   * @param cluster id or alias of a cluster that was scanned
   */
  record Ground(@Nullable String cluster) {}

  @Operation(summary = "Says what the draft would say of a cluster as it was last seen.")
  @Requires(Permission.WRITE_RULES)
  @PostMapping("/{id}:try")
  Body<TrialJson> tryOut(@PathVariable String id, @RequestBody Ground ground) {
    OwnCheck own = checks.get(id);
    if (ground.cluster() == null) {
      throw new Refused("cluster", "Name the cluster to try it on.");
    }
    Cluster cluster = clusters.find(ground.cluster()).orElseThrow(() -> new NotHere("cluster"));
    return Body.of(
        TrialJson.of(checks.tryOut(own, cluster.name(), () -> looks.snapshot(cluster.id()))));
  }

  @Operation(summary = "Lets what was tried count from the next scan on.")
  @Requires(Permission.PUBLISH_RULES)
  @PostMapping("/{id}:activate")
  Body<OwnCheckJson> activate(@PathVariable String id) {
    return Body.of(OwnCheckJson.of(checks.activate(id)));
  }

  @Operation(summary = "Lets it count no longer; the next scan closes its findings.")
  @Requires(Permission.PUBLISH_RULES)
  @PostMapping("/{id}:retire")
  Body<OwnCheckJson> retire(@PathVariable String id) {
    return Body.of(OwnCheckJson.of(checks.retire(id)));
  }

  private static String source(@Nullable String source) {
    if (source == null) {
      throw new Refused("source", "The check is expected here, as the text of a check.yaml.");
    }
    return source;
  }
}
