package dev.plumbline.inventory.fact.image;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Texts of images taken apart, each once, and each of their parts judged once. */
final class Declarations {

  private static final Set<String> MOVING =
      Set.of(
          "latest", "stable", "current", "main", "master", "trunk", "edge", "nightly", "dev",
          "develop", "lts");

  private final Map<String, Declared> images = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<String, Host> hosts = new ConcurrentHashMap<>();
  private final Map<String, Integer> hints = new ConcurrentHashMap<>();

  private record Host(Image.Access access, String doubt) {

    static Host of(String registry) {
      return new Host(Registry.access(registry), Registry.doubt(registry));
    }
  }

  Declared of(String image) {
    Declared known = images.get(image);
    return known == null ? images.computeIfAbsent(image, this::declared) : known;
  }

  private Declared declared(String image) {
    var reference = Reference.of(image);
    Host host = hosts.computeIfAbsent(reference.registry(), Host::of);
    String name = names.computeIfAbsent(reference.name(), own -> own);
    return new Declared(
        reference,
        name,
        reference.digest().isEmpty() && moving(reference.tag()),
        Base.of(hints(name) | hints(reference.tag())),
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
