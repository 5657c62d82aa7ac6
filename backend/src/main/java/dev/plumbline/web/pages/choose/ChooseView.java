package dev.plumbline.web.pages.choose;

import java.util.List;

/** The organisations one may enter. */
public record ChooseView(String person, List<Organisation> organisations) {

  /**
   * One organisation.
   *
   * @param role in words, such as {@code Owner} or {@code Auditor to 31 Aug}
   */
  public record Organisation(String slug, String name, String role) {}
}
