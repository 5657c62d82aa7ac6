package dev.plumbline.cluster.kubeconfig;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the address of an API server: https, host, port, and at most a plain path. */
final class ServerUrl {

  private static final Pattern SHAPE =
      Pattern.compile(
          "https://(?<host>\\[[0-9A-Fa-f:.]{2,45}]|[^/?#@:\\[\\]\\\\\\s%]{1,253})(?::(?<port>\\d{1,5}))?(?<path>/.{0,200})?");
  private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]++)*+/?");
  private static final Pattern NUMERIC =
      Pattern.compile("(?:.*\\.)?(?:\\d++|0[xX][0-9A-Fa-f]*+)\\.?");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
  private static final Pattern OCTAL = Pattern.compile("(?:.*\\.)?0\\d.*");

  private ServerUrl() {}

  static URI read(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!text.startsWith("https://")) {
      throw refused("Only https:// addresses are accepted.");
    }
    if (!shape.matches()) {
      throw refused("https://host:port is expected, without user, query or fragment.");
    }
    String port = shape.group("port") == null ? "" : ":" + port(shape.group("port"));
    String path = shape.group("path") == null ? "" : path(shape.group("path"));
    return URI.create("https://" + host(shape.group("host")) + port + path);
  }

  private static String host(String host) {
    if (host.startsWith("[")) {
      return host.toLowerCase(Locale.ROOT);
    }
    if (NUMERIC.matcher(host).matches() && !plainIpv4(host)) {
      throw refused("An IPv4 address is written as four decimal numbers, such as 10.0.0.1.");
    }
    return ascii(host);
  }

  private static boolean plainIpv4(String host) {
    return IPV4.matcher(host).matches() && !OCTAL.matcher(host).matches();
  }

  private static String ascii(String host) {
    try {
      String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      if (ascii.isEmpty() || (NUMERIC.matcher(ascii).matches() && !plainIpv4(ascii))) {
        throw refused("This is not a host name.");
      }
      return ascii;
    } catch (IllegalArgumentException e) {
      throw refused("This is not a host name.");
    }
  }

  private static int port(String digits) {
    int port = Integer.parseInt(digits);
    if (port < 1 || port > 65535) {
      throw refused("A port is a number from 1 to 65535.");
    }
    return port;
  }

  private static String path(String path) {
    boolean dots =
        path.contains("/../")
            || path.endsWith("/..")
            || path.contains("/./")
            || path.endsWith("/.");
    if (dots || !PATH.matcher(path).matches()) {
      throw refused("The path may hold only letters, digits and . _ ~ - between slashes.");
    }
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Refusals.Stop refused(String message) {
    return new Refusals.Stop("", message);
  }
}
