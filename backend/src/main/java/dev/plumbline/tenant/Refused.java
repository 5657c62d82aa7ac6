package dev.plumbline.tenant;

/** Input that cannot be accepted; names the field, and says why in words for people. */
public final class Refused extends RuntimeException {

  private final String field;

  public Refused(String field, String why) {
    super(why, null, false, false);
    this.field = field;
  }

  /** The field as the form or the API names it. */
  public String field() {
    return field;
  }

  /** Why, for people; never empty. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
