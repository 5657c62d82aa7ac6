package dev.plumbline.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** The page a form was sent from, by path only: another host's page is never gone back to. */
final class Referer {

  private Referer() {}

  static String path(HttpServletRequest request) {
    String referer = request.getHeader("Referer");
    if (referer == null) {
      return "";
    }
    try {
      var uri = new URI(referer);
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    } catch (URISyntaxException malformed) {
      return "";
    }
  }
}
