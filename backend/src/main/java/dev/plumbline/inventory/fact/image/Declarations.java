package dev.plumbline.inventory.fact.image;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Texts of images taken apart, each once, and each of their parts judged once. */
final class Declarations {

  private static final Set<String> MOVING =
      Set.of(
          "latest", "stable", "current", "main", "master", "trunk", "edge", "nightly", "dev",
          "develop", "lts");

  private final Map<String, Declared> images = new HashMap<>();
  private final Map<String, Host> hosts = new HashMap<>();
  private final Map<String, Integer> hints = new HashMap<>();

  private record Host(Image.Access access, String doubt) {

    static Host of(String registry) {
      return new Host(Registry.access(registry), Registry.doubt(registry));
    }
  }

  Declared of(String image) {
    return images.computeIfAbsent(image, this::declared);
  }

  Iterable<Declared> all() {
    return images.values();
  }

  private Declared declared(String image) {
    var reference = Reference.of(image);
    Host host = hosts.computeIfAbsent(reference.registry(), Host::of);
    return new Declared(
        reference,
        reference.digest().isEmpty() && moving(reference.tag()),
        Base.of(hints(reference.name()) | hints(reference.tag())),
        host.access(),
        host.doubt(),
        versioned(image));
  }

  private int hints(String part) {
    return hints.computeIfAbsent(part, Base::hints);
  }

  private static boolean moving(String tag) {
    return MOVING.contains(tag) || tag.endsWith("-latest");
  }

  private static boolean versioned(String image) {
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    return colon >= 0 && colon < image.length() - 1;
  }
}
