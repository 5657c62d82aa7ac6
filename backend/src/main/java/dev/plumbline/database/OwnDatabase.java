package dev.plumbline.database;

/** A database that the product brings along, for installations that name none. */
public interface OwnDatabase {

  DatabaseAddress address();

  /** What is printed at start about where it lies. */
  String place();
}
