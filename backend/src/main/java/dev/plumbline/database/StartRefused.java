package dev.plumbline.database;

/** The product cannot start, and its message says in one line what the operator can do. */
public class StartRefused extends RuntimeException {

  public StartRefused(String message) {
    super(message);
  }

  public StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
