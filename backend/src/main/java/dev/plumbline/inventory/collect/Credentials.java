package dev.plumbline.inventory.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells plain values that look like credentials; every pattern is bounded, for its input is
 * hostile.
 */
final class Credentials {

  /** Stands for a value that was there and is not kept. */
  static final String HIDDEN = "<redacted>";

  /** Stands for a value that looked like a credential by its name or shape. */
  static final String LIKELY = "<redacted:credential-like>";

  private static final int LONGEST_NAME = 100;
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)passw(or)?d|passphrase|secret|token|credential|(api|access|auth|private|encryption"
              + "|signing|master|account)[-_.]?key|(^|[-_.])(pass|pwd|pat|dsn|jwt)$"
              + "|connection[-_.]?string");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)(file|path|dir|name|ref|url|uri|endpoint|host|port|ttl|timeout|expir\\w*|duration"
              + "|mode|type|enabled?|cache|size|count|namespace|id|issuer|audience|provider"
              + "|algorithm|header|seconds|interval|policy|format|version|length)$");
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?i)true|false|yes|no|null|none|nil|[0-9.]{1,30}(ms|s|m|h|d)?|(/|\\./|~/)\\S{0,4096}"
              + "|\\$\\(\\w{1,200}\\)|\\$\\{?\\w{1,200}\\}?|https?://[^@\\s]{0,4096}"
              + "|\\S{1,200}\\.(pem|key|crt|conf|ya?ml|json)");
  private static final Pattern SHAPE =
      Pattern.compile(
          "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----|\\beyJ[\\w-]{10,2000}\\.[\\w-]{10,2000}\\."
              + "|\\bAKIA[0-9A-Z]{16}\\b|\\bgh[pousr]_\\w{30,100}|\\bglpat-[\\w-]{20,40}"
              + "|\\bxox[abprs]-[\\w-]{10,100}|\\b[sr]k_live_\\w{10,100}|\\bAIza[\\w-]{35}"
              + "|://[^/\\s:@]{0,100}:[^/\\s@]{1,200}@");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?<![\\w.-])([\\w.-]{1,200}+)=(\"[^\"]{0,4096}\"|'[^']{0,4096}'|[^\\s\"']{1,4096})");
  private static final Pattern FLAGGED =
      Pattern.compile(
          "(?<![\\w-])(--?[a-zA-Z][\\w.-]{0,99}+)(\\s{1,10})([^\\s\"'-][^\\s\"']{0,4095})");

  private static final Pattern USER = Pattern.compile("://[^/\\s:@]{0,100}:[^/\\s@]{1,200}@");

  private Credentials() {}

  /** An address, or a text with some, without the user and password in it. */
  static String withoutPassword(String text) {
    return USER.matcher(text).replaceAll("://" + LIKELY + "@");
  }

  /** Whether a plain value given under this name looks like a credential. */
  static boolean likely(String name, String value) {
    return SHAPE.matcher(value).find()
        || (secretName(name) && !value.isBlank() && !HARMLESS.matcher(value).matches());
  }

  static boolean secretName(String name) {
    String end = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    return NAME.matcher(end).find() && !ABOUT.matcher(end).find();
  }

  /** What stays of a plain value: nothing but whether it looked like a credential. */
  static String marker(String name, String value) {
    return value.isEmpty() ? "" : likely(name, value) ? LIKELY : HIDDEN;
  }

  /** A command line with the credentials in it masked, the rest as it was. */
  static List<Object> masked(List<?> words) {
    var masked = new ArrayList<Object>();
    Object before = "";
    for (Object word : words) {
      masked.add(word instanceof String text ? masked(before, text) : word);
      before = word;
    }
    return masked;
  }

  private static String masked(Object before, String word) {
    boolean flagged = before instanceof String flag && flag.startsWith("-") && !flag.contains("=");
    if (flagged && !word.startsWith("-") && likely((String) before, word)) {
      return LIKELY;
    }
    String assigned = ASSIGNED.matcher(word).replaceAll(found -> quoted(assignment(found)));
    String flags = FLAGGED.matcher(assigned).replaceAll(found -> quoted(flag(found)));
    return SHAPE.matcher(flags).replaceAll(quoted(LIKELY));
  }

  private static String assignment(MatchResult found) {
    return secret(found.group(1), found.group(2)) ? found.group(1) + "=" + LIKELY : found.group();
  }

  private static String flag(MatchResult found) {
    return secret(found.group(1), found.group(3))
        ? found.group(1) + found.group(2) + LIKELY
        : found.group();
  }

  private static boolean secret(String name, String value) {
    return secretName(name) && !HARMLESS.matcher(unquoted(value)).matches();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
