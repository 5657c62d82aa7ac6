package dev.plumbline.tenant;

/** A right within one organisation; every handler declares the one it needs. */
public enum Permission {
  READ,
  RUN_SCAN,
  CONNECT_CLUSTER,
  MANAGE_CLUSTER,
  TRIAGE,
  APPROVE_EXCEPTION,
  ATTEST,
  /** Drafting checks and frameworks of the organisation's own. */
  WRITE_RULES,
  /** Letting them count, and taking them out of force. */
  PUBLISH_RULES,
  DOWNLOAD_REPORT,
  MANAGE_REPORT,
  READ_AUDIT,
  MANAGE_MEMBERS,
  DELETE_ORGANISATION
}
