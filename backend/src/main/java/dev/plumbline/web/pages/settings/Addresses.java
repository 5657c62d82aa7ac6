package dev.plumbline.web.pages.settings;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses outside any organisation, as the browser reached us. */
@Component
class Addresses {

  /** The whole address of a path. */
  String of(String path) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
            .replacePath(null)
            .replaceQuery(null)
            .toUriString()
        + path;
  }
}
