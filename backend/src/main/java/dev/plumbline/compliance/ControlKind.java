package dev.plumbline.compliance;

/** Who can answer a control. */
public enum ControlKind {
  /** Findings cover its technical core. */
  EVIDENCE,
  /** Findings cover a part; the rest is asked. */
  PARTIAL,
  /** Stands in files of a node, which no kubeconfig shows. */
  NODE_ONLY,
  /** A person must attest. */
  MANUAL,
  /** The hosting provider's duty; a person's on own premises. */
  PROVIDER,
  /** Another system, place or contract. */
  NOT_IN_CLUSTER;

  /** Whether a read-only kubeconfig can show at least a part of it. */
  public boolean machineCheckable() {
    return this == EVIDENCE || this == PARTIAL;
  }
}
