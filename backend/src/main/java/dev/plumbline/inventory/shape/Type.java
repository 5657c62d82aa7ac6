package dev.plumbline.inventory.shape;

/** What a field holds. */
public sealed interface Type {

  Type TEXT = new Scalar("text");
  Type WHOLE = new Scalar("whole number");
  Type REAL = new Scalar("number");
  Type FLAG = new Scalar("flag");

  /** Anything: not checked before it is evaluated. */
  Type ANY = new Scalar("anything");

  /** One of the constants above. */
  record Scalar(String name) implements Type {}

  record ListOf(Type element) implements Type {}

  /** A map with text keys. */
  record MapOf(Type value) implements Type {}

  /**
   * Something with named fields.
   *
   * @param name of its {@link Shape}
   */
  record Struct(String name) implements Type {}
}
