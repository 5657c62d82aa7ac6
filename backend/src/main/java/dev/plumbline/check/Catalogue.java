package dev.plumbline.check;

import java.util.List;
import java.util.Optional;

/** All checks that count: those of this version and, for an organisation, its own. */
public interface Catalogue {

  /** A fixed list of checks. Throws {@link IllegalArgumentException} when a name names two. */
  static Catalogue of(List<Check> checks, String version) {
    return new FixedCatalogue(checks, version);
  }

  /** Ordered by id. */
  List<Check> all();

  /** A check by its id or by a former one; also an own check that counted once. */
  Optional<Check> find(String id);

  /** Changes whenever a check could judge or say something else; 12 hexadecimal digits. */
  String version();

  /**
   * As it stands at this moment, and from then on the same; while nothing changes, the same object.
   */
  Catalogue now();
}
