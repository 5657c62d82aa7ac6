package dev.plumbline.web.pages.settings;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Addresses outside any organisation: below {@code plumbline.base-url} where it is set, else as the
 * browser reached us.
 */
@Component
class Addresses {

  private final String base;

  Addresses(
      @Value("${plumbline.base-url}") String base,
      @Value("http://localhost:${server.port}") String unset) {
    this.base = base.equals(unset) ? "" : base.replaceFirst("/+$", "");
  }

  /** The whole address of a path. */
  String of(String path) {
    return (base.isEmpty() ? asReached() : base) + path;
  }

  private static String asReached() {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .replacePath(null)
        .replaceQuery(null)
        .toUriString();
  }
}
