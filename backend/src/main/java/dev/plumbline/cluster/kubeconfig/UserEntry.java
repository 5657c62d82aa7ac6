package dev.plumbline.cluster.kubeconfig;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The chosen user of a kubeconfig: a token, or a client certificate with its key. */
record UserEntry(Fields fields) {

  private static final Set<String> IMPERSONATION =
      Set.of(
          "as",
          "as-uid",
          "as-groups",
          "as-user-extra",
          "act-as",
          "act-as-uid",
          "act-as-groups",
          "act-as-user-extra");
  private static final Map<String, String> FILES =
      Map.of(
          "client-certificate", "client-certificate-data",
          "client-key", "client-key-data",
          "tokenFile", "token");
  static final Set<String> KNOWN =
      Set.of(
          "token",
          "client-certificate-data",
          "client-key-data",
          "client-certificate",
          "client-key",
          "tokenFile",
          "username",
          "password",
          "exec",
          "auth-provider",
          "extensions",
          "as",
          "as-uid",
          "as-groups",
          "as-user-extra",
          "act-as",
          "act-as-uid",
          "act-as-groups",
          "act-as-user-extra");
  private static final int LONGEST_TOKEN = 16 * 1024;
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]++");
  private static final Found NOTHING =
      new Found(new Login.Token(new Secret(new byte[0])), "", Optional.empty());

  /** The login and what it tells of itself. */
  record Found(Login login, String subject, Optional<Instant> expiresAt) {}

  Found login() {
    refuseTheRest();
    boolean token = fields.has("token");
    boolean certificate = fields.has("client-certificate-data");
    boolean key = fields.has("client-key-data");
    if (token && (certificate || key)) {
      fields.refuse("token", "There is a token and a client certificate: keep one of them.");
      return NOTHING;
    }
    if (certificate != key) {
      String missing = certificate ? "client-key-data" : "client-certificate-data";
      fields.refuse(missing, "A client certificate needs its key, and a key its certificate.");
      return NOTHING;
    }
    return token ? token() : certificate ? certificate() : nothing();
  }

  private Found nothing() {
    if (!fields.refusals().any()) {
      fields.refuse("token", "There is no credential. " + ExecAdvice.COMMANDS);
    }
    return NOTHING;
  }

  private Found token() {
    String token = fields.text("token");
    if (token.length() > LONGEST_TOKEN || !VISIBLE_ASCII.matcher(token).matches()) {
      fields.refuse("token", "A token is at most 16 KiB of visible ASCII.");
      return NOTHING;
    }
    var facts = TokenFacts.of(token);
    var secret = new Secret(token.getBytes(StandardCharsets.US_ASCII));
    return new Found(new Login.Token(secret), facts.subject(), facts.expiresAt());
  }

  private Found certificate() {
    List<X509Certificate> chain =
        Reading.of(
            fields,
            "client-certificate-data",
            List.of(),
            () -> Pem.certificates(fields.text("client-certificate-data")));
    byte[] key =
        Reading.of(
            fields,
            "client-key-data",
            new byte[0],
            () -> PrivateKeys.pkcs8(fields.text("client-key-data")));
    if (chain.isEmpty() || key.length == 0) {
      return NOTHING;
    }
    X509Certificate leaf = chain.getFirst();
    if (!PrivateKeys.match(key, leaf.getPublicKey())) {
      fields.refuse("client-key-data", "This key does not belong to the client certificate.");
    }
    String subject = Refusals.shown(leaf.getSubjectX500Principal().getName());
    var login = new Login.ClientCertificate(chain, new Secret(key));
    return new Found(login, subject, Optional.of(leaf.getNotAfter().toInstant()));
  }

  private void refuseTheRest() {
    FILES.forEach(this::refuseFile);
    for (String field : IMPERSONATION) {
      if (fields.has(field)) {
        fields.refuse(field, "Plumbline impersonates nobody: give the credential itself.");
      }
    }
    for (String field : List.of("username", "password")) {
      if (fields.has(field)) {
        fields.refuse(field, "Basic authentication is not accepted. " + ExecAdvice.COMMANDS);
      }
    }
    if (fields.has("exec")) {
      fields.refuse("exec", ExecAdvice.forExec(fields));
    }
    if (fields.has("auth-provider")) {
      fields.refuse("auth-provider", ExecAdvice.forProvider());
    }
  }

  private void refuseFile(String field, String instead) {
    if (fields.has(field)) {
      fields.refuse(
          field,
          "Plumbline opens no files: use "
              + instead
              + " (kubectl config view --flatten --minify --raw writes it).");
    }
  }
}
