package dev.plumbline.check.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The fixtures in the folders of shipped checks. */
final class FixtureFiles {

  private FixtureFiles() {}

  /** Those of a check, as {@code family/id}, whose files begin with this; by file name. */
  static Map<String, Fixture> of(String check, String beginning) throws IOException {
    String pattern = "classpath*:checks/" + check + "/" + beginning + "*.yaml";
    var fixtures = new TreeMap<String, Fixture>();
    for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
      fixtures.put(
          String.valueOf(file.getFilename()),
          Fixture.of(file.getContentAsString(StandardCharsets.UTF_8)));
    }
    return fixtures;
  }
}
