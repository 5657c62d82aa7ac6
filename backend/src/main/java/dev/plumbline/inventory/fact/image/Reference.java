package dev.plumbline.inventory.fact.image;

/**
 * An image's name taken apart as container runtimes do.
 *
 * @param registry host, with its port if it has one; {@code docker.io} when none is written
 * @param repository path within the registry, such as {@code library/nginx}
 * @param tag {@code latest} when neither tag nor digest is written, empty beside a digest alone
 * @param digest such as {@code sha256:…}, empty when none is written
 */
public record Reference(String registry, String repository, String tag, String digest) {

  private static final String HUB = "docker.io";

  public static Reference of(String image) {
    int at = image.indexOf('@');
    String digest = at < 0 ? "" : image.substring(at + 1);
    String name = at < 0 ? image : image.substring(0, at);
    int colon = name.lastIndexOf(':');
    boolean tagged = colon > name.lastIndexOf('/');
    String path = tagged ? name.substring(0, colon) : name;
    String tag = tagged ? name.substring(colon + 1) : digest.isEmpty() ? "latest" : "";
    int slash = path.indexOf('/');
    String first = slash < 0 ? "" : path.substring(0, slash);
    return host(first)
        ? of(first.equals("index.docker.io") ? HUB : first, path.substring(slash + 1), tag, digest)
        : of(HUB, path, tag, digest);
  }

  private static Reference of(String registry, String path, String tag, String digest) {
    boolean official = registry.equals(HUB) && !path.contains("/");
    return new Reference(registry, official ? "library/" + path : path, tag, digest);
  }

  private static boolean host(String first) {
    return first.contains(".")
        || first.contains(":")
        || first.equals("localhost")
        || first.chars().anyMatch(Character::isUpperCase);
  }

  /** Registry and repository. */
  public String name() {
    return registry + "/" + repository;
  }
}
