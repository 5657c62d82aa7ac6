package dev.plumbline.report.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one resource a report may ask for: its own stylesheet. Everything else does not exist. */
final class Bundled implements FSStreamFactory {

  static final String SCHEME = "bundled";
  private static final String STYLESHEET = "report.css";

  private final String uri;
  private final String path;

  Bundled(String report) {
    this.uri = SCHEME + ":" + report;
    this.path = "/static/reports/" + report + "/" + STYLESHEET;
  }

  /** Its address where the stylesheet is asked for, null for any other address. */
  @Nullable String resolve(@Nullable String asked) {
    return STYLESHEET.equals(asked) || uri.equals(asked) ? uri : null;
  }

  boolean allows(@Nullable String asked) {
    return uri.equals(asked);
  }

  @Override
  public @Nullable FSStream getUrl(String asked) {
    if (!allows(asked)) {
      return null;
    }
    return new FSStream() {
      @Override
      public InputStream getStream() {
        return Objects.requireNonNull(Bundled.class.getResourceAsStream(path), path);
      }

      @Override
      public Reader getReader() {
        return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
      }
    };
  }
}
