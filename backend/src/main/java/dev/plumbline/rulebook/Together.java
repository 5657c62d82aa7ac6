package dev.plumbline.rulebook;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Shipped checks and an organisation's own in one list; those that were retired can be found. */
final class Together implements Catalogue {

  private final Catalogue shipped;
  private final List<Check> all;
  private final Map<String, Check> own;
  private final String version;

  private Together(Catalogue shipped, List<Check> active, Map<String, Check> own) {
    this.shipped = shipped;
    this.own = own;
    this.all =
        Stream.concat(shipped.all().stream(), active.stream())
            .sorted(Comparator.comparing(Check::id))
            .toList();
    this.version =
        active.isEmpty()
            ? shipped.version()
            : Digests.sha256(shipped.version() + active).substring(0, 12);
  }

  static Catalogue of(Catalogue shipped, List<OwnCheck> own, Function<OwnCheck, Check> read) {
    var byName = new HashMap<String, Check>();
    own.forEach(one -> byName.put(one.slug(), read.apply(one)));
    List<Check> active =
        own.stream()
            .filter(one -> one.state() == OwnCheck.State.ACTIVE)
            .flatMap(one -> Stream.ofNullable(byName.get(one.slug())))
            .toList();
    return new Together(shipped, active, byName);
  }

  @Override
  public List<Check> all() {
    return all;
  }

  @Override
  public Optional<Check> find(String id) {
    return Optional.ofNullable(own.get(id)).or(() -> shipped.find(id));
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
