package dev.plumbline.web.api.ownframeworks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.compliance.OwnFramework;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An own framework as the API shows it.
 *
 * @param revision number of its newest text
 * @param inForce number of the text that counts, absent when none does
 * @param since from when it counts, absent when none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnFrameworkJson(
    String id,
    String name,
    OwnFramework.State state,
    int revision,
    @Nullable Integer inForce,
    String savedBy,
    Instant savedAt,
    @Nullable Instant since) {

  static OwnFrameworkJson of(OwnFramework own) {
    return new OwnFrameworkJson(
        own.slug(),
        own.name(),
        own.state(),
        own.revision(),
        own.inForce(),
        own.savedBy(),
        own.savedAt(),
        own.since());
  }
}
