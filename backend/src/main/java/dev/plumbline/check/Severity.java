package dev.plumbline.check;

/** How much a failing check matters; the weight it carries in a score. */
public enum Severity {
  CRITICAL(10),
  HIGH(7),
  MEDIUM(4),
  LOW(1),
  INFO(0);

  private final int weight;

  Severity(int weight) {
    this.weight = weight;
  }

  public int weight() {
    return weight;
  }
}
