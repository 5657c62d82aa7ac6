package dev.plumbline.inventory.fact.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReferenceTests {

  private static final String DIGEST = "sha256:" + "a".repeat(64);

  @Test
  void namesWithoutRegistryAreOfTheHub() {
    assertThat(Reference.of("nginx"))
        .isEqualTo(new Reference("docker.io", "library/nginx", "latest", ""));
    assertThat(Reference.of("acme/web:1"))
        .isEqualTo(new Reference("docker.io", "acme/web", "1", ""));
    assertThat(Reference.of("index.docker.io/nginx").name()).isEqualTo("docker.io/library/nginx");
  }

  @Test
  void aPortIsNotATag() {
    assertThat(Reference.of("localhost:5000/web"))
        .isEqualTo(new Reference("localhost:5000", "web", "latest", ""));
    assertThat(Reference.of("registry.example:5000/a/b:2@" + DIGEST))
        .isEqualTo(new Reference("registry.example:5000", "a/b", "2", DIGEST));
  }

  @Test
  void besideADigestNoTagIsImplied() {
    assertThat(Reference.of("quay.io/a/b@" + DIGEST).tag()).isEmpty();
  }

  /** Built from its parts, an image is taken apart into the same parts. */
  @Test
  void takesApartWhatWasPutTogether() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      String registry = one(random, "", "quay.io", "localhost", "r:5000", "10.0.0.1:80", "Acme");
      String path = one(random, "a", "a/b", "a/b/c_d", "a-b/c");
      String tag = one(random, "", "1", "v1.2-alpine", "latest");
      String digest = one(random, "", DIGEST);
      String image =
          (registry.isEmpty() ? "" : registry + "/")
              + path
              + (tag.isEmpty() ? "" : ":" + tag)
              + (digest.isEmpty() ? "" : "@" + digest);
      boolean official = registry.isEmpty() && !path.contains("/");
      assertThat(Reference.of(image))
          .as(image)
          .isEqualTo(
              new Reference(
                  registry.isEmpty() ? "docker.io" : registry,
                  official ? "library/" + path : path,
                  tag.isEmpty() && digest.isEmpty() ? "latest" : tag,
                  digest));
    }
  }

  @Test
  void theNameHintsAtTheBase() {
    assertThat(base("nginx:1.27-alpine3.20")).isEqualTo("alpine");
    assertThat(base("python:3.13-slim-bookworm")).isEqualTo("debian");
    assertThat(base("gcr.io/distroless/java25-debian13")).isEqualTo("distroless");
    assertThat(base("cgr.dev/acme/nginx:1")).isEqualTo("wolfi");
    assertThat(base("registry.access.redhat.com/ubi9/nginx")).isEqualTo("ubi");
    assertThat(base("registry.example/slimline:1")).isEmpty();
  }

  /** Held against one expression over the whole text. */
  @Test
  void whetherAVersionIsWrittenIsToldByTheEnd() {
    var pattern = Pattern.compile(":[^/]+$");
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var image = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        image.append(one(random, "a", "/", ":", "@", "b", "1", DIGEST));
      }
      assertThat(new Declarations().of(image.toString()).versioned())
          .as(image.toString())
          .isEqualTo(pattern.matcher(image).find());
    }
  }

  @Test
  void theAddressTellsWhetherPullsAreProtected() {
    assertThat(List.of("localhost:5000", "127.0.0.1", "r.example:80", "10.1.2.3:5000", "10.1.2.3"))
        .allSatisfy(registry -> assertThat(Registry.doubt(registry)).isNotEmpty());
    assertThat(List.of("docker.io", "r.example:5000", "10.1.2.3:443", "registry.shop.svc:5000"))
        .allSatisfy(registry -> assertThat(Registry.doubt(registry)).isEmpty());
  }

  private static String base(String image) {
    return new Declarations().of(image).base();
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
