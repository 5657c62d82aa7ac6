package dev.plumbline.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All checks of this version, ordered by id. */
public final class Catalogue {

  private final List<Check> checks;
  private final String version;
  private final Map<String, Check> byName = new HashMap<>();

  /**
   * @throws IllegalArgumentException when an id or alias names two checks
   */
  public Catalogue(List<Check> checks, String version) {
    this.checks = List.copyOf(checks);
    this.version = version;
    checks.forEach(check -> name(check.id(), check));
    checks.forEach(check -> check.aliases().forEach(alias -> name(alias, check)));
  }

  private void name(String name, Check check) {
    Check other = byName.put(name, check);
    if (other != null) {
      throw new IllegalArgumentException(
          "'%s' names two checks: %s/%s and %s/%s"
              .formatted(name, other.family(), other.id(), check.family(), check.id()));
    }
  }

  public List<Check> all() {
    return checks;
  }

  /** A check by its id or by a former one. */
  public Optional<Check> find(String id) {
    return Optional.ofNullable(byName.get(id));
  }

  /** Changes whenever a check could judge or say something else; 12 hexadecimal digits. */
  public String version() {
    return version;
  }
}
