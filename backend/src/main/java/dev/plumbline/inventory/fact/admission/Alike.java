package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tries a policy once for namespaces that look alike to it. */
final class Alike {

  private static final int MOST_KINDS = 64;

  private final Function<SeenNamespace, Tried> trial;
  private final List<Known> known = new ArrayList<>();

  private record Known(Map<String, Object> read, Tried tried) {}

  Alike(Function<SeenNamespace, Tried> trial) {
    this.trial = trial;
  }

  Tried in(KubeObject namespace) {
    for (Known one : known) {
      if (SeenNamespace.alike(one.read(), namespace)) {
        return one.tried();
      }
    }
    if (known.size() == MOST_KINDS) {
      throw new NotUnderstood("differs by more namespaces than are tried");
    }
    var seen = new SeenNamespace(namespace);
    Tried tried = trial.apply(seen);
    known.add(new Known(seen.read(), tried));
    return tried;
  }
}
