package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.KubeObject;
import java.util.Optional;

/**
 * A policy and where it holds, before the webhook of its engine is asked for.
 *
 * @param where which pods only, in words; empty for all
 */
record Policy(
    String engine, String name, boolean denies, Judgement judgement, String where, Scope scope) {

  /** Empty where the policy turns out not to be about this namespace. */
  Optional<InForce> inForce(KubeObject namespace, boolean failsOpen) {
    return judgement
        .in(namespace)
        .map(tried -> tried.onlyFor(where))
        .map(tried ->
            new InForce(
                engine,
                name,
                denies,
                failsOpen,
                tried.stops(),
                tried.partly(),
                tried.about(),
                tried.why()));
  }
}
