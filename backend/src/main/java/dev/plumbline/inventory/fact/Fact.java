package dev.plumbline.inventory.fact;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something computed once per snapshot that checks read as plain fields; pure. */
public interface Fact {

  /** The word in a check's {@code needs}; also the last word of the fact's package. */
  String name();

  /**
   * Kinds without which the fact can say nothing: unless each was read to the end, every check that
   * needs the fact is unknown. What only some fields need, the fact answers itself.
   */
  Set<Kind> needs();

  /** Subject, such as {@code Cluster} or {@code Workload}, to the record of fields it gains. */
  Map<String, Class<? extends Record>> adds();

  /** Called once per snapshot; must not fail on odd documents. */
  Computed compute(Snapshot snapshot, List<Workload> workloads);

  /** A fact's answers for one snapshot. */
  interface Computed {

    /**
     * The fields of one subject; an instance of the record named in {@link Fact#adds}.
     *
     * @param key of the object, or of the workload; anything for {@code Cluster}
     */
    Record of(String subject, ObjectKey key);

    /** The fields of one of the workloads that the fact was given, quicker than by its key. */
    default Record of(Workload workload) {
      return of("Workload", workload.key());
    }

    /** The fields of one of the snapshot's objects, quicker than by its key. */
    default Record of(KubeObject object) {
      return of(object.key().kind().name(), object.key());
    }

    /** All objects of a kind that only this fact knows, such as subjects of RBAC. */
    default Collection<ObjectKey> population(String subject) {
      return List.of();
    }
  }
}
