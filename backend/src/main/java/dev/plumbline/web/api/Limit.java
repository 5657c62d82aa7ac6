package dev.plumbline.web.api;

import dev.plumbline.tenant.Refused;

/** How many entries a page of the API may have. */
public final class Limit {

  private static final int MOST = 200;

  private Limit() {}

  /** The number itself when it is 1 to 200. Throws {@link Refused} naming {@code limit}. */
  public static int checked(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new Refused("limit", "A page has 1 to " + MOST + " entries.");
    }
    return limit;
  }
}
