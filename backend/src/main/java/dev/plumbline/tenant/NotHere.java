package dev.plumbline.tenant;

/** There is no such thing in the current organisation; another tenant's looks just the same. */
public final class NotHere extends RuntimeException {

  /** Names what was looked for, such as {@code cluster}. */
  public NotHere(String what) {
    super(what, null, false, false);
  }
}
