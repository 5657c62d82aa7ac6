package dev.plumbline.scan;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Evaluator;
import dev.plumbline.inventory.Snapshot;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Evaluates what was collected: again only what has changed, as far as that is remembered. */
@Component
class Judging {

  private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

  private final Evaluator evaluator;
  private final Memories memories;

  Judging(Evaluator evaluator, Memories memories) {
    this.evaluator = evaluator;
    this.memories = memories;
  }

  Assessment judge(UUID cluster, Snapshot snapshot) {
    if (!memories.worth(objects(snapshot))) {
      return evaluator.evaluate(snapshot);
    }
    var evaluated = evaluator.evaluate(snapshot, memories.of(cluster));
    memories.keep(cluster, evaluated.memory());
    LOG.debug(
        "cluster {}: {} outcomes judged, {} taken over",
        cluster,
        evaluated.judged(),
        evaluated.carried());
    return evaluated.assessment();
  }

  private static int objects(Snapshot snapshot) {
    return snapshot.counts().values().stream().mapToInt(Integer::intValue).sum();
  }
}
