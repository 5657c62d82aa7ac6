package dev.plumbline.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * A line of a ledger: label and value.
 *
 * @param note in grey behind the value, empty for none
 * @param href null where the value leads nowhere
 * @param code whether the value is something a machine reads
 */
public record Fact(String label, String value, String note, @Nullable String href, boolean code) {

  public static Fact of(String label, String value) {
    return new Fact(label, value, "", null, false);
  }

  public static Fact code(String label, String value) {
    return new Fact(label, value, "", null, true);
  }
}
