package dev.plumbline.report.framework;

import java.io.IOException;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sample of the report's folder, bound to the view; a property the view lacks is an error. */
final class Sample {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Sample() {}

  static FrameworkReportView view() throws IOException {
    return bind(document());
  }

  static FrameworkReportView bind(Object document) {
    return STRICT.convertValue(document, FrameworkReportView.class);
  }

  static Object document() throws IOException {
    String path = "/samples/reports/framework/sample.yaml";
    try (var stream = Objects.requireNonNull(Sample.class.getResourceAsStream(path), path)) {
      return new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
    }
  }
}
