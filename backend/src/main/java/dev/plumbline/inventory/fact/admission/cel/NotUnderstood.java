package dev.plumbline.inventory.fact.admission.cel;

/** What a policy asks cannot be told here; the message says why, for people. */
public final class NotUnderstood extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NotUnderstood(String why) {
    super(why, null, false, false);
  }

  /** Why, for people. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
