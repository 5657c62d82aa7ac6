package dev.plumbline.database;

/** A role of the database and its password, which is never printed. */
public record Login(String username, String password) {

  @Override
  public String toString() {
    return username;
  }
}
