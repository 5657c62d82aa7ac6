package dev.plumbline.testing;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What every statement over tenant tables must say by itself: the tenant, bound or literal, once
 * for each of these tables. Row level security decides what may be seen; this finds the shard and
 * the index, and is the second fence.
 */
public final class TenantScope {

  private static final Pattern MENTION = Pattern.compile("\\btenant_id\\b");
  private static final Pattern BOUND =
      Pattern.compile(
          "\\btenant_id\\s*=\\s*(\\?|\\$\\d|')|insert\\s+into\\s+\\w+\\s*\\([^)]*\\btenant_id\\b");

  private final Pattern tables;

  /** For the tables of these names. */
  public TenantScope(Collection<String> tables) {
    this.tables =
        Pattern.compile(
            "\\b(?:from|join|into|update|,)\\s+(?:only\\s+)?(?:public\\.)?("
                + String.join("|", tables)
                + ")\\b(?!\\s*\\.)");
  }

  /** What is wrong with a statement, empty when nothing is. */
  public Optional<String> wrong(String statement) {
    String text = statement.toLowerCase(Locale.ROOT);
    long read = tables.matcher(text).results().count();
    long mentions = MENTION.matcher(text).results().count();
    if (read == 0) {
      return Optional.empty();
    }
    if (mentions < read) {
      return Optional.of("names tenant_id " + mentions + " times for " + read + " tenant tables");
    }
    return BOUND.matcher(text).find() ? Optional.empty() : Optional.of("binds no tenant");
  }
}
