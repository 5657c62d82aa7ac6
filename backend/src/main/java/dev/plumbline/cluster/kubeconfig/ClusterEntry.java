package dev.plumbline.cluster.kubeconfig;

import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The chosen cluster of a kubeconfig: where the API server is and who vouches for it. */
record ClusterEntry(Fields fields) {

  static final Set<String> KNOWN =
      Set.of(
          "server",
          "certificate-authority-data",
          "certificate-authority",
          "proxy-url",
          "tls-server-name",
          "insecure-skip-tls-verify",
          "disable-compression",
          "extensions");
  private static final URI NOWHERE = URI.create("https://invalid");

  Accepted with(UserEntry user, String context, String cluster) {
    refuseTheRest();
    URI server = read("server", NOWHERE, () -> ServerUrl.read(fields.text("server")));
    List<X509Certificate> authorities =
        fields.has("certificate-authority-data")
            ? read("certificate-authority-data", List.of(), this::authorities)
            : List.of();
    var login = user.login();
    return new Accepted(
        new Access(server, authorities, login.login()),
        context,
        cluster,
        login.subject(),
        login.expiresAt());
  }

  private List<X509Certificate> authorities() {
    return Pem.certificates(fields.text("certificate-authority-data"));
  }

  private void refuseTheRest() {
    if (fields.has("certificate-authority")) {
      fields.refuse(
          "certificate-authority",
          "Plumbline opens no files: use certificate-authority-data"
              + " (kubectl config view --flatten --minify writes it).");
    }
    if (fields.has("proxy-url")) {
      fields.refuse("proxy-url", "Plumbline uses no proxy named by a kubeconfig.");
    }
    if (fields.has("tls-server-name")) {
      fields.refuse("tls-server-name", "The server must be called by the name in its certificate.");
    }
    if (fields.isTrue("insecure-skip-tls-verify")) {
      fields.refuse(
          "insecure-skip-tls-verify",
          "The server's certificate is always verified: give certificate-authority-data.");
    }
    fields.isTrue("disable-compression");
  }

  private <T> T read(String field, T otherwise, Supplier<T> reading) {
    return Reading.of(fields, field, otherwise, reading);
  }
}
