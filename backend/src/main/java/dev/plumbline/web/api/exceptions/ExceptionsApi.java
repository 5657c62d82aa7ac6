package dev.plumbline.web.api.exceptions;

import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.finding.WaiverFilter;
import dev.plumbline.finding.WaiverPage;
import dev.plumbline.finding.Waivers;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exceptions: asked for, decided by a second person, withdrawn. */
@RestController
@RequestMapping("/api/v1/exceptions")
class ExceptionsApi {

  private final Waivers waivers;
  private final WaiverBook book;
  private final Clock clock;

  ExceptionsApi(Waivers waivers, WaiverBook book, Clock clock) {
    this.waivers = waivers;
    this.book = book;
    this.clock = clock;
  }

  @Operation(
      summary =
          "Lists exceptions, the one that ends soonest first; state may name several, with commas.")
  @Requires(Permission.READ)
  @GetMapping
  Body<List<ExceptionJson>> list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(required = false) @Nullable UUID finding,
      @RequestParam(defaultValue = "") String q,
      Paging paging,
      AsOf asOf) {
    Instant at = asOf.instant().orElseGet(clock::instant);
    var filter = WaiverFilter.at(at).in(states(state)).naming(q.strip());
    var page =
        book.page(
            finding == null ? filter : filter.ofFinding(finding),
            paging.after(WaiverPage.Position.class),
            paging.limit());
    return paging.answer(
        page.waivers().stream().map(one -> ExceptionJson.of(one, at)).toList(),
        page.next().orElse(null),
        page.total());
  }

  private static Waiver.State[] states(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .map(ExceptionsApi::state)
        .toArray(Waiver.State[]::new);
  }

  private static Waiver.State state(String word) {
    try {
      return Waiver.State.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refused("state", "A state is requested, approved, refused, withdrawn or expired.");
    }
  }

  @Operation(summary = "Reads one exception.")
  @Requires(Permission.READ)
  @GetMapping("/{id}")
  Body<ExceptionJson> get(@PathVariable UUID id, AsOf asOf) {
    Instant at = asOf.instant().orElseGet(clock::instant);
    return Body.of(ExceptionJson.of(book.get(id, at), at));
  }

  /**
   * What is asked for.
   *
   * @param findings ids of findings that fail now; those for which one waits are left as they are
   * @param compensation what lowers the risk meanwhile, absent when nothing does
   */
  record Wish(
      @Nullable List<@Nullable UUID> findings,
      @Nullable String reason,
      @Nullable String compensation,
      @Nullable Instant expiresAt) {

    Waivers.Draft draft() {
      if (expiresAt == null) {
        throw new Refused("expiresAt", "An exception has an end.");
      }
      return new Waivers.Draft(
          findings == null
              ? List.of()
              : findings.stream().flatMap(java.util.stream.Stream::ofNullable).toList(),
          text(reason),
          text(compensation),
          expiresAt);
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Operation(
      summary = "Asks for an exception; nothing is in force before a second person approves.")
  @Requires(Permission.TRIAGE)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Body<List<ExceptionJson>> request(@RequestBody Wish wish) {
    var made = waivers.request(wish.draft());
    return Body.all(made.stream().map(one -> ExceptionJson.of(one, one.requestedAt())).toList());
  }

  /** What a second person says of it. */
  record Word(@Nullable String note) {}

  @Operation(summary = "Approves an exception that somebody else asked for.")
  @Requires(Permission.APPROVE_EXCEPTION)
  @PostMapping("/{id}:approve")
  Body<ExceptionJson> approve(
      @PathVariable UUID id, @RequestBody(required = false) @Nullable Word word) {
    waivers.approve(List.of(id), note(word));
    return get(id, AsOf.NOW);
  }

  @Operation(summary = "Denies an exception that was asked for.")
  @Requires(Permission.APPROVE_EXCEPTION)
  @PostMapping("/{id}:deny")
  Body<ExceptionJson> deny(
      @PathVariable UUID id, @RequestBody(required = false) @Nullable Word word) {
    waivers.refuse(List.of(id), note(word));
    return get(id, AsOf.NOW);
  }

  private static String note(@Nullable Word word) {
    return word == null ? "" : text(word.note());
  }

  @Operation(summary = "Takes an exception back.")
  @Requires(Permission.TRIAGE)
  @PostMapping("/{id}:withdraw")
  Body<ExceptionJson> withdraw(@PathVariable UUID id) {
    waivers.withdraw(List.of(id));
    return get(id, AsOf.NOW);
  }
}
