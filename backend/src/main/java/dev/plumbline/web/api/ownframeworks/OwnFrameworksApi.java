package dev.plumbline.web.api.ownframeworks;

import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.OwnFramework;
import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.IfMatch;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.query.FrameworkPreviews;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

/** Frameworks that the organisation writes itself: drafts, what counts, and what did. */
@RestController
@RequestMapping("/api/v1/own-frameworks")
class OwnFrameworksApi {

  private final OwnFrameworks own;
  private final FrameworkPreviews previews;

  OwnFrameworksApi(OwnFrameworks own, FrameworkPreviews previews) {
    this.own = own;
    this.previews = previews;
  }

  /**
   * One with its newest source.
   *
   * @param uses what names it, such as {@code 2 schedules of reports}
   */
  record WholeJson(OwnFrameworkJson framework, String source, List<String> uses) {}

  /** The source of a framework, as YAML. */
  record NewFramework(@Nullable String source) {

    String words() {
      if (source == null || source.isBlank()) {
        throw new Refused("source", "The framework is expected here, as the text of a YAML file.");
      }
      return source;
    }
  }

  /**
   * What a text would say of the clusters as they stand now.
   *
   * @param clusters how many were scanned
   * @param counts controls by status
   * @param score rounded down to four decimals, null when there is none
   */
  record PreviewJson(
      String id,
      int controls,
      int clusters,
      Map<ControlStatus, Integer> counts,
      @Nullable BigDecimal score,
      List<Stands> standings) {

    /** A control and where it would stand over all clusters. */
    record Stands(String control, ControlStatus status) {}
  }

  @Operation(summary = "Lists the organisation's own frameworks, drafts and retired ones included.")
  @Requires(Permission.READ)
  @GetMapping
  Body<List<OwnFrameworkJson>> list(Paging paging) {
    return paging.cut(own.all().stream().map(OwnFrameworkJson::of).toList(), OwnFrameworkJson::id);
  }

  @Operation(summary = "Reads one own framework with its newest source.")
  @Requires(Permission.READ)
  @GetMapping("/{id}")
  Body<WholeJson> get(@PathVariable String id) {
    return Body.of(
        new WholeJson(OwnFrameworkJson.of(own.get(id)), own.source(id), own.hanging(id)));
  }

  @Operation(summary = "Lists its revisions, newest first.")
  @Requires(Permission.READ)
  @GetMapping("/{id}/revisions")
  Body<List<OwnFramework.Revision>> revisions(@PathVariable String id, Paging paging) {
    return paging.cut(own.revisions(id), one -> Integer.toString(one.number()));
  }

  @Operation(summary = "Writes the source of one revision, as it was saved.")
  @Requires(Permission.READ)
  @GetMapping(path = "/{id}/revisions/{revision}/yaml", produces = "application/yaml")
  byte[] text(@PathVariable String id, @PathVariable String revision) {
    return own.source(id, number(revision)).getBytes(StandardCharsets.UTF_8);
  }

  private static int number(String revision) {
    return revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : 0;
  }

  @Operation(summary = "Keeps a draft under the id that its source gives.")
  @Requires(Permission.WRITE_RULES)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Body<OwnFrameworkJson>> create(@RequestBody NewFramework asked) {
    var made = own.create(asked.words());
    return ResponseEntity.created(URI.create("/api/v1/own-frameworks/" + made.slug()))
        .body(Body.of(OwnFrameworkJson.of(made)));
  }

  @Operation(
      summary = "Keeps a new source; what counts goes on counting until the new one is published.")
  @Requires(Permission.WRITE_RULES)
  @PutMapping("/{id}")
  Body<OwnFrameworkJson> change(
      @PathVariable String id, @RequestBody NewFramework asked, IfMatch read) {
    return read.change(
        own.get(id).id(),
        () -> get(id),
        () -> Body.of(OwnFrameworkJson.of(own.save(id, 0, asked.words()))));
  }

  @Operation(summary = "Deletes a draft that never counted.")
  @Requires(Permission.WRITE_RULES)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, IfMatch read) {
    read.delete(own.get(id).id(), () -> get(id), () -> own.delete(id));
  }

  @Operation(
      summary =
          "Says what a source would say, without keeping it; its newest one where none is sent.")
  @Requires(Permission.WRITE_RULES)
  @PostMapping("/{id}:preview")
  Body<PreviewJson> preview(@PathVariable String id, @RequestBody NewFramework asked) {
    String source = asked.source() == null ? own.source(id) : asked.source();
    return Body.of(json(own.read(own.get(id).slug(), source)));
  }

  @Operation(summary = "Lets its newest source count.")
  @Requires(Permission.PUBLISH_RULES)
  @PostMapping("/{id}:publish")
  Body<OwnFrameworkJson> publish(@PathVariable String id) {
    return Body.of(OwnFrameworkJson.of(own.publish(id)));
  }

  @Operation(summary = "Takes it out of force; the past keeps it.")
  @Requires(Permission.PUBLISH_RULES)
  @PostMapping("/{id}:retire")
  Body<OwnFrameworkJson> retire(@PathVariable String id) {
    return Body.of(OwnFrameworkJson.of(own.retire(id)));
  }

  private PreviewJson json(Framework framework) {
    var preview = previews.of(framework);
    var counts = new EnumMap<ControlStatus, Integer>(ControlStatus.class);
    for (ControlStatus status : ControlStatus.values()) {
      counts.put(status, preview.counts().of(status));
    }
    return new PreviewJson(
        framework.id(),
        framework.controls().size(),
        preview.clusters(),
        counts,
        preview.score().map(value -> value.rounded(4)).orElse(null),
        preview.standing().controls().stream()
            .map(one -> new PreviewJson.Stands(one.control().id(), one.status()))
            .toList());
  }
}
