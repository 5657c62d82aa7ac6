package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.KubeObject;
import java.util.Optional;

/** Tells what a policy stops in a namespace. */
interface Judgement {

  /** Empty where the policy is not about this namespace. */
  Optional<Tried> in(KubeObject namespace);

  /** The same everywhere. */
  static Judgement everywhere(Tried tried) {
    return namespace -> Optional.of(tried);
  }
}
