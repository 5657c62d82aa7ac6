package dev.plumbline.inventory.collect;

/** An upload that is taken for an attack or a mistake as a whole; the message is for its sender. */
public final class DumpRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DumpRefused(String message) {
    super(message);
  }
}
