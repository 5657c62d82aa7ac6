package dev.plumbline.inventory.fact.admission.jmespath;

/** An expression's own error, such as a function that is given what it does not take. */
public class Failed extends RuntimeException {

  private static final long serialVersionUID = 1;

  Failed(String why) {
    super(why, null, false, false);
  }

  /** Why, for people. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
