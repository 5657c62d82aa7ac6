package dev.plumbline.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes values into addresses. */
public final class Urls {

  private Urls() {}

  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
