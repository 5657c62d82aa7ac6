package dev.plumbline.check.engine;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Workload;

/** Something that checks judge, before anything is made of it. */
sealed interface Found {

  ObjectKey key();

  /** The word by which facts add fields to it. */
  String subject();

  /** A workload. */
  record OfWorkload(Workload workload) implements Found {
    @Override
    public ObjectKey key() {
      return workload.key();
    }

    @Override
    public String subject() {
      return Words.WORKLOAD;
    }
  }

  /** An object that was read. */
  record OfObject(KubeObject object) implements Found {
    @Override
    public ObjectKey key() {
      return object.key();
    }

    @Override
    public String subject() {
      return object.key().kind().name();
    }
  }

  /** Something that only a fact knows. */
  record OfFact(String subject, ObjectKey key) implements Found {}

  /**
   * The cluster as a whole.
   *
   * @param key by the word in {@code applies_to}
   */
  record OfCluster(ObjectKey key) implements Found {

    static OfCluster of(String word) {
      String name = word.equals(Words.CONTROL_PLANE) ? "control-plane" : "cluster";
      return new OfCluster(new ObjectKey(Kind.core(word), "", name));
    }

    @Override
    public String subject() {
      return Words.CLUSTER;
    }
  }
}
