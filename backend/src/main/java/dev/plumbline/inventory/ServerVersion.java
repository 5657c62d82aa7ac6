package dev.plumbline.inventory;

import java.util.regex.Pattern;

/**
 * The version an API server tells of itself at {@code /version}.
 *
 * @param git such as {@code v1.35.4} or {@code v1.33.5-eks-113cf36}; empty when unknown
 * @param minor of major version 1, such as 35; -1 when unknown
 */
public record ServerVersion(String git, int minor) {

  public static final ServerVersion UNKNOWN = new ServerVersion("", -1);

  private static final Pattern SHAPE = Pattern.compile("v1\\.(\\d{1,3})(?:[.+-].*)?");

  /** Reads {@code gitVersion}; anything else than a version of Kubernetes 1 is unknown. */
  public static ServerVersion of(String git) {
    var shape = SHAPE.matcher(git);
    return shape.matches() ? new ServerVersion(git, Integer.parseInt(shape.group(1))) : UNKNOWN;
  }

  public boolean known() {
    return minor >= 0;
  }
}
