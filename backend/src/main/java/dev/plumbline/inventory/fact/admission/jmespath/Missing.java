package dev.plumbline.inventory.fact.admission.jmespath;

/** A field is asked for that a map does not have, which Kyverno takes for an error. */
public final class Missing extends Failed {

  private static final long serialVersionUID = 1;

  Missing(String field) {
    super("there is no " + field);
  }
}
