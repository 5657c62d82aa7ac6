package dev.plumbline.inventory.fact.admission.probe;

/** Images that nobody vouches for. */
final class ImageViolations {

  private ImageViolations() {}

  static void addTo(Probes probes, String image) {
    String name = image.substring(0, image.lastIndexOf(":1.2.3@"));
    String tail = image.substring(name.length());
    probes.containers("registries", "", it -> it.put("image", "stranger.invalid/x/app" + tail));
    probes.containers("registries", "Docker Hub", it -> it.put("image", "stranger/app" + tail));
    probes.containers("tags", "latest", it -> it.put("image", name + ":latest"));
    probes.containers("tags", "no tag", it -> it.put("image", name));
    probes.containers("digests", "", it -> it.put("image", name + ":1.2.3"));
  }
}
