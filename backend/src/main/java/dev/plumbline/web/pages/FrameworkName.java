package dev.plumbline.web.pages;

import dev.plumbline.compliance.Framework;

/** How a framework is called in a line. */
public final class FrameworkName {

  private static final int SHORT = 8;

  private FrameworkName() {}

  /** With its edition, where that is a number and no sentence. */
  public static String of(Framework framework) {
    return framework.edition().length() > SHORT
        ? framework.name()
        : framework.name() + " " + framework.edition();
  }
}
