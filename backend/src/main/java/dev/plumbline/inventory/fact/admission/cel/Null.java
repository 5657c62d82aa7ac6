package dev.plumbline.inventory.fact.admission.cel;

/** The value {@code null} of an expression. */
public enum Null {
  NULL
}
