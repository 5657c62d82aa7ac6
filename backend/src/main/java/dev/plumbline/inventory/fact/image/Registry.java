package dev.plumbline.inventory.fact.image;

import java.util.Set;
import java.util.regex.Pattern;

/** What a registry's address alone tells. */
final class Registry {

  private static final Set<String> PUBLIC =
      Set.of(
          "docker.io",
          "quay.io",
          "ghcr.io",
          "gcr.io",
          "k8s.gcr.io",
          "registry.k8s.io",
          "public.ecr.aws",
          "mcr.microsoft.com",
          "cgr.dev",
          "nvcr.io",
          "docker.elastic.co",
          "registry.access.redhat.com",
          "registry.gitlab.com",
          "cr.l5d.io",
          "cr.fluentbit.io",
          "oci.external-secrets.io",
          "xpkg.upbound.io",
          "lscr.io");
  private static final Pattern CLOUD =
      Pattern.compile(
          "\\d{12}\\.dkr\\.ecr(-fips)?\\.[a-z0-9-]{1,40}\\.amazonaws\\.com(\\.cn)?"
              + "|[a-z0-9]{1,60}\\.azurecr\\.(io|cn|us)|[a-z0-9-]{1,40}-docker\\.pkg\\.dev"
              + "|(eu|us|asia)\\.gcr\\.io|[a-z0-9-]{1,40}\\.ocir\\.io|[a-z]{2,3}\\.icr\\.io");
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?");
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:]{2,39}])(:\\d{1,5})?");

  private Registry() {}

  static Image.Access access(String registry) {
    if (PUBLIC.contains(registry)) {
      return Image.Access.PUBLIC;
    }
    return CLOUD.matcher(registry).matches() ? Image.Access.CLOUD : Image.Access.OTHER;
  }

  /** Why pulls from this address are plain HTTP or nobody vouches for it; empty if they are not. */
  static String doubt(String registry) {
    if (registry.endsWith(":80")) {
      return "port 80 is plain HTTP";
    }
    if (LOOPBACK.matcher(registry).matches()) {
      return "container runtimes use plain HTTP to the node itself";
    }
    return ADDRESS.matcher(registry).matches() && !registry.endsWith(":443")
        ? "certificates name hosts, and this is a bare address"
        : "";
  }
}
