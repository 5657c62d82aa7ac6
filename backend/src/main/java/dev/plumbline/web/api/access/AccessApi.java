package dev.plumbline.web.api.access;

import dev.plumbline.inventory.fact.rbac.Holding;
import dev.plumbline.inventory.fact.rbac.path.Block;
import dev.plumbline.inventory.fact.rbac.path.Grant;
import dev.plumbline.inventory.fact.rbac.path.Path;
import dev.plumbline.inventory.fact.rbac.path.Step;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.query.AccessMap;
import dev.plumbline.web.query.AccessMaps;
import dev.plumbline.web.query.AccessWords;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what in a cluster, and how far each right leads. */
@RestController
@RequestMapping("/api/v1/clusters/{cluster}/access")
class AccessApi {

  private final Scans scans;
  private final AccessMaps maps;

  AccessApi(Scans scans, AccessMaps maps) {
    this.scans = scans;
    this.maps = maps;
  }

  /**
   * A shortest way to administrator of everything.
   *
   * @param distribution whether it begins at what Kubernetes or its distribution brought along
   * @param blockedBy what alone stops it, empty where it is open
   */
  record PathJson(
      String subject,
      boolean distribution,
      int length,
      List<BlockJson> blockedBy,
      List<StepJson> steps) {

    static PathJson of(Path path) {
      return new PathJson(
          path.from().label(),
          path.platform(),
          path.length(),
          path.blocks().stream().map(BlockJson::of).toList(),
          path.steps().stream().map(StepJson::of).toList());
    }
  }

  /**
   * What alone keeps a step from being taken.
   *
   * @param namespace where pods are refused, empty for every namespace
   * @param policies levels of Pod Security and policies of admission
   * @param together whether it takes all of them; else each one is enough
   */
  record BlockJson(String namespace, List<String> policies, boolean together) {

    static BlockJson of(Block block) {
      return new BlockJson(block.namespace(), block.by(), block.together());
    }
  }

  /** One step of a way. */
  record StepJson(
      String technique,
      String what,
      String why,
      String gains,
      boolean blocked,
      List<GrantJson> restsOn) {

    static StepJson of(Step step) {
      return new StepJson(
          step.technique().name(),
          step.what(),
          step.why(),
          step.to().label(),
          step.block().isPresent(),
          step.rests().stream().map(GrantJson::of).toList());
    }
  }

  /** A right and the binding that gives it. */
  record GrantJson(String right, String basis) {

    static GrantJson of(Grant grant) {
      return new GrantJson(grant.words(), grant.basis());
    }
  }

  /**
   * A rule that a subject holds.
   *
   * @param namespace where it holds, empty for the whole cluster
   * @param resourceNames objects it is limited to, empty where it is not
   */
  record RightJson(
      String subject,
      boolean distribution,
      String namespace,
      List<String> verbs,
      List<String> apiGroups,
      List<String> resources,
      List<String> resourceNames,
      List<String> nonResourceUrls,
      String binding,
      String role) {

    static RightJson of(AccessMap map, Holding holding) {
      var rule = holding.rule();
      var binding = holding.binding();
      return new RightJson(
          holding.subject().label(),
          map.escalations().platform(holding.subject()),
          binding.namespace(),
          rule.verbs(),
          rule.apiGroups(),
          rule.resources(),
          rule.resourceNames(),
          rule.nonResourceURLs(),
          binding.kind() + " " + binding.name(),
          binding.roleKind() + " " + binding.roleName());
    }

    String key() {
      return toString();
    }
  }

  @Operation(
      summary =
          "Lists for every subject that gets there the shortest way to administrator of"
              + " everything.")
  @Requires(Permission.READ)
  @GetMapping("/paths")
  Body<List<PathJson>> paths(@PathVariable String cluster, Paging paging, AsOf asOf) {
    return paging.cut(json(map(cluster, asOf).escalations().paths()), PathJson::subject);
  }

  @Operation(
      summary =
          "Lists for every subject that only admission keeps from getting there the way it would"
              + " go.")
  @Requires(Permission.READ)
  @GetMapping("/blocked-paths")
  Body<List<PathJson>> blocked(@PathVariable String cluster, Paging paging, AsOf asOf) {
    return paging.cut(json(map(cluster, asOf).escalations().blocked()), PathJson::subject);
  }

  private static List<PathJson> json(List<Path> paths) {
    return paths.stream().map(PathJson::of).toList();
  }

  /**
   * Who can do something.
   *
   * @param resource such as {@code pods/exec} or {@code deployments.apps}
   * @param name of the object, empty for any
   * @param namespace empty for wherever it is granted
   */
  @Operation(summary = "Lists who can do something.")
  @Requires(Permission.READ)
  @GetMapping("/who")
  Body<List<RightJson>> who(
      @PathVariable String cluster,
      @RequestParam String verb,
      @RequestParam String resource,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String namespace,
      Paging paging,
      AsOf asOf) {
    AccessMap map = map(cluster, asOf);
    var question = AccessWords.question(verb, resource, name, namespace);
    return paging.cut(rights(map, map.rbac().who(question)), RightJson::key);
  }

  /**
   * What a subject can do, by its own bindings and by those of its groups.
   *
   * @param subject such as {@code User jane} or {@code ServiceAccount shop/web}
   */
  @Operation(
      summary = "Lists what a subject can do, by its own bindings and by those of its groups.")
  @Requires(Permission.READ)
  @GetMapping("/what")
  Body<List<RightJson>> what(
      @PathVariable String cluster, @RequestParam String subject, Paging paging, AsOf asOf) {
    AccessMap map = map(cluster, asOf);
    var asked = AccessWords.subject(subject);
    var identity = AccessMap.identity(asked.kind(), asked.namespace(), asked.name());
    return paging.cut(rights(map, map.rbac().what(identity)), RightJson::key);
  }

  @Operation(summary = "Lists kinds that were not read, without which these answers are not whole.")
  @Requires(Permission.READ)
  @GetMapping("/unread")
  Body<List<AccessMap.Unread>> unread(@PathVariable String cluster, Paging paging, AsOf asOf) {
    return paging.cut(map(cluster, asOf).unread(), AccessMap.Unread::kind);
  }

  private static List<RightJson> rights(AccessMap map, List<Holding> holdings) {
    return holdings.stream().map(holding -> RightJson.of(map, holding)).distinct().toList();
  }

  private AccessMap map(String cluster, AsOf asOf) {
    Standing standing =
        scans.fleet(asOf.instant()).clusters().stream()
            .filter(it ->
                it.cluster().alias().equals(cluster)
                    || it.cluster().id().toString().equals(cluster))
            .findFirst()
            .orElseThrow(() -> new NotHere("cluster"));
    return maps.of(standing).orElseThrow(() -> new NotHere("scan"));
  }
}
