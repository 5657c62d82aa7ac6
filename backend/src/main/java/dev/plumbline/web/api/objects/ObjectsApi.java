package dev.plumbline.web.api.objects;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Collected objects, redacted, as they stood at any instant. */
@RestController
@RequestMapping("/api/v1")
class ObjectsApi {

  private final KubeObjects objects;
  private final Clusters clusters;
  private final Clock clock;

  ObjectsApi(KubeObjects objects, Clusters clusters, Clock clock) {
    this.objects = objects;
    this.clusters = clusters;
    this.clock = clock;
  }

  /** An object in a list, without its document. */
  record ObjectJson(
      UUID id,
      UUID cluster,
      String group,
      String version,
      String kind,
      String namespace,
      String name,
      String uid,
      Instant from,
      @Nullable Instant until) {

    static ObjectJson of(KubeObjects.Version version) {
      return new ObjectJson(
          version.id(),
          version.cluster(),
          version.key().kind().group(),
          version.version(),
          version.key().kind().name(),
          version.key().namespace(),
          version.key().name(),
          version.uid(),
          version.from(),
          version.until().orElse(null));
    }
  }

  /** An object with its document. */
  record Whole(ObjectJson object, Map<String, Object> document) {}

  /**
   * The objects of a cluster, by kind, namespace and name.
   *
   * @param kind such as {@code Pod} or {@code apps/Deployment}, several parted by commas
   */
  @Operation(summary = "Lists the objects of a cluster, by kind, namespace and name.")
  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}/objects")
  Body<List<ObjectJson>> list(
      @PathVariable String cluster,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable String namespace,
      @RequestParam(defaultValue = "") String name,
      AsOf asOf,
      Paging paging) {
    var last = paging.after(ObjectKey.class);
    return paging.answer(
        objects.page(
            new KubeObjects.Query(
                cluster(cluster),
                asOf.instant().orElseGet(clock::instant),
                kinds(kind),
                namespace == null ? List.of() : List.of(namespace),
                name,
                Optional.ofNullable(last),
                paging.limit() + 1)),
        KubeObjects.Version::key,
        ObjectJson::of);
  }

  @Operation(summary = "Counts the objects of each kind.")
  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}/kinds")
  Body<Map<String, Integer>> kinds(@PathVariable String cluster, AsOf asOf) {
    Map<String, Integer> counts = new TreeMap<>();
    objects
        .counts(cluster(cluster), asOf.instant().orElseGet(clock::instant))
        .forEach((kind, count) -> counts.put(kind.toString(), count));
    return Body.of(counts);
  }

  @Operation(summary = "Reads one object as it was collected.")
  @Requires(Permission.READ)
  @GetMapping("/objects/{id}")
  Body<Whole> get(@PathVariable UUID id, AsOf asOf) {
    return Body.of(
        objects
            .find(id, asOf.instant().orElseGet(clock::instant))
            .map(stored -> new Whole(ObjectJson.of(stored.version()), stored.object().document()))
            .orElseThrow(() -> new NotHere("object")));
  }

  private UUID cluster(String aliasOrId) {
    return clusters.find(aliasOrId).orElseThrow(() -> new NotHere("cluster")).id();
  }

  private static List<Kind> kinds(String text) {
    return Arrays.stream(text.split(","))
        .filter(one -> !one.isBlank())
        .map(ObjectsApi::kind)
        .toList();
  }

  private static Kind kind(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Kind.core(text)
        : new Kind(text.substring(0, slash), text.substring(slash + 1));
  }
}
