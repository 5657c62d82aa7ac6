package dev.plumbline.web.pages.owncheck;

import org.jspecify.annotations.Nullable;

/**
 * What a person typed; fields that were not sent are null.
 *
 * @param read digest of the source they began with
 * @param then {@code try} to try it after saving
 */
record OwncheckForm(
    @Nullable String id,
    @Nullable String read,
    @Nullable String source,
    @Nullable String cluster,
    @Nullable String then) {

  static final OwncheckForm FRESH = new OwncheckForm("own-", "", Template.SOURCE, "", "");

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /** Browsers send lines with carriage returns. */
  String written() {
    return text(source).replace("\r\n", "\n").replace('\r', '\n');
  }

  boolean tries() {
    return "try".equals(then);
  }
}
