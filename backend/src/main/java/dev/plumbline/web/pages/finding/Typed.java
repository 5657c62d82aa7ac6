package dev.plumbline.web.pages.finding;

import java.util.Map;

/**
 * What was typed into the form.
 *
 * @param problems what of it was not accepted, by field
 */
record Typed(String reason, String compensation, String until, Map<String, String> problems) {

  static final Typed NOTHING = new Typed("", "", "", Map.of());

  Typed refused(String field, String why) {
    return new Typed(reason, compensation, until, Map.of(field, why));
  }
}
