package dev.plumbline.compliance;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many controls stand where; together they are all controls. */
public record Counts(Map<ControlStatus, Integer> byStatus) {

  public static final Counts NONE = new Counts(Map.of());

  public Counts {
    byStatus = Map.copyOf(byStatus);
  }

  static Counts of(Collection<ControlStatus> statuses) {
    var counts = new EnumMap<ControlStatus, Integer>(ControlStatus.class);
    statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
    return new Counts(counts);
  }

  public int of(ControlStatus status) {
    return byStatus.getOrDefault(status, 0);
  }

  public int pass() {
    return of(ControlStatus.PASS);
  }

  public int fail() {
    return of(ControlStatus.FAIL);
  }

  public int unknown() {
    return of(ControlStatus.UNKNOWN);
  }

  /** Controls that wait for a person or were attested by one. */
  public int manual() {
    return of(ControlStatus.OPEN) + of(ControlStatus.ATTESTED) + of(ControlStatus.EXPIRED);
  }

  /** Controls on which a machine has a say: the denominator of a percentage. */
  public int machine() {
    return pass() + fail() + unknown();
  }

  public int total() {
    return byStatus.values().stream().mapToInt(Integer::intValue).sum();
  }
}
