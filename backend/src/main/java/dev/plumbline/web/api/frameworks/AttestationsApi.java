package dev.plumbline.web.api.frameworks;

import dev.plumbline.compliance.Attestations;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Attesting controls, and taking it back. */
@RestController
@RequestMapping("/api/v1")
class AttestationsApi {

  private final Attestations attestations;

  AttestationsApi(Attestations attestations) {
    this.attestations = attestations;
  }

  /**
   * What is attested.
   *
   * @param cluster id of the one cluster it speaks of, absent for all
   * @param evidence where the proof lies
   */
  record Statement(
      @Nullable UUID cluster,
      @Nullable String statement,
      @Nullable String evidence,
      @Nullable Instant expiresAt) {}

  /** The id of what was made. */
  record Made(UUID id) {}

  @Operation(summary = "Attests a manual control, with its evidence and an end.")
  @Requires(Permission.ATTEST)
  @PostMapping("/frameworks/{framework}/controls/{control}/attestations")
  @ResponseStatus(HttpStatus.CREATED)
  Body<Made> attest(
      @PathVariable String framework, @PathVariable String control, @RequestBody Statement said) {
    return Body.of(
        new Made(
            attestations.attest(
                new Attestations.Draft(
                    framework,
                    control,
                    said.cluster(),
                    text(said.statement()),
                    text(said.evidence()),
                    end(said.expiresAt())))));
  }

  @Operation(summary = "Takes an attestation back.")
  @Requires(Permission.ATTEST)
  @DeleteMapping("/attestations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id) {
    attestations.withdraw(id);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Instant end(@Nullable Instant end) {
    if (end == null) {
      throw new Refused("expiresAt", "An attestation has an end.");
    }
    return end;
  }
}
