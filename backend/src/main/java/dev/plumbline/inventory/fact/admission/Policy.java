package dev.plumbline.inventory.fact.admission;

import java.util.List;

/** A policy and where it holds, before the webhook of its engine is asked for. */
record Policy(
    String engine,
    String name,
    boolean denies,
    List<String> stops,
    List<String> about,
    Scope scope) {

  InForce inForce(boolean failsOpen) {
    return new InForce(engine, name, denies, failsOpen, stops, about);
  }
}
