package dev.plumbline.compliance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people have attested, read at an instant. */
public record AttestationBook(Instant at, List<Attestation> entries) {

  /** Nobody has attested anything. */
  public static final AttestationBook EMPTY = new AttestationBook(Instant.EPOCH, List.of());

  public AttestationBook {
    entries = List.copyOf(entries);
  }

  /** The attestation that holds longest for a control on a cluster. */
  public Optional<Attestation> of(String framework, String control, UUID cluster) {
    return entries.stream()
        .filter(entry -> entry.framework().equals(framework))
        .filter(entry -> entry.control().equals(control))
        .filter(entry -> entry.cluster() == null || entry.cluster().equals(cluster))
        .filter(entry -> entry.standsAt(at))
        .max(Comparator.comparing(Attestation::expiresAt));
  }
}
