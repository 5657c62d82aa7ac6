package dev.plumbline.web.pages.auditlog;

import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit log, newest first.
 *
 * @param query words searched for, empty for all
 * @param head digest of the newest entry in hex, empty without entries
 * @param chain whether the chain holds
 * @param export address of the log as a file, null where it is not offered
 */
public record AuditlogView(
    String lede,
    String query,
    String head,
    Mark chain,
    List<Entry> entries,
    Pager pager,
    @Nullable String export) {

  /**
   * One entry.
   *
   * @param who a person, or a token's name
   * @param what the action in words
   * @param object what it was done to
   * @param digest the first digits of the entry's digest
   */
  public record Entry(
      String when, String who, String what, String object, String detail, String digest) {}
}
