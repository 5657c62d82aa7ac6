package dev.plumbline.check.engine;

/**
 * One thing that an outcome depends on.
 *
 * @param shape of whose it is; empty for a document without a shape
 * @param field of that shape
 * @param within what is read of other objects that the field leads to
 */
record Input(Origin origin, String shape, String field, Reads within) {

  /** A whole document. */
  static final String DOCUMENT = "*";

  /** How the pods of a workload are grouped, and whether they could be followed to it. */
  static final String GROUPS = "#";

  /** Whose field it is. */
  enum Origin {
    /** Of what is judged. */
    OBJECT,
    /** Of its namespace. */
    NAMESPACE,
    /** Of the cluster. */
    CLUSTER
  }
}
