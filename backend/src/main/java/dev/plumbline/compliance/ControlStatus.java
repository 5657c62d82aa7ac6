package dev.plumbline.compliance;

import java.util.Collection;
import java.util.Comparator;

/** Where a control stands; the gravest first, which wins over several clusters. */
public enum ControlStatus {
  /** A check of it fails; in a regulation one that is more than information. */
  FAIL,
  /** Not everything it wants was judged, and nothing fails. */
  UNKNOWN,
  /** A person's attestation has run out. */
  EXPIRED,
  /** A person has yet to attest. */
  OPEN,
  /** Everything it wants of the machine was judged and nothing fails it: supported by evidence. */
  PASS,
  /** A person has attested, and the attestation is still good. */
  ATTESTED,
  /** The hosting provider's duty. */
  PROVIDER,
  /** Positive evidence that nothing in the cluster is concerned. */
  NOT_APPLICABLE,
  /** Another system, place or contract. */
  NOT_IN_CLUSTER;

  static ControlStatus gravest(Collection<ControlStatus> statuses) {
    return statuses.stream().min(Comparator.naturalOrder()).orElse(UNKNOWN);
  }
}
