package dev.plumbline.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that do not change. */
final class FixedCatalogue implements Catalogue {

  private final List<Check> checks;
  private final String version;
  private final Map<String, Check> byName = new HashMap<>();

  FixedCatalogue(List<Check> checks, String version) {
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

  @Override
  public List<Check> all() {
    return checks;
  }

  @Override
  public Optional<Check> find(String id) {
    return Optional.ofNullable(byName.get(id));
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Catalogue now() {
    return this;
  }
}
