package dev.plumbline.cluster.kubeconfig;

import java.util.function.Supplier;

/** Turns a stop inside one field into a refusal of that field, so that reading goes on. */
final class Reading {

  private Reading() {}

  static <T> T of(Fields fields, String field, T otherwise, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Refusals.Stop stop) {
      fields.refuse(field, stop.refusal.message());
      return otherwise;
    }
  }
}
