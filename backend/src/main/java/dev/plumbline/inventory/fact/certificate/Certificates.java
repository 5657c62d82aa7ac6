package dev.plumbline.inventory.fact.certificate;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The certificates of one snapshot, by the Secret that holds each. */
public final class Certificates {

  static final Kind CERTIFICATE = new Kind("cert-manager.io", "Certificate");
  static final Kind INGRESS = new Kind("networking.k8s.io", "Ingress");
  static final Kind GATEWAY = new Kind("gateway.networking.k8s.io", "Gateway");
  private static final Kind SECRET = Kind.core("Secret");

  private final Snapshot snapshot;
  private final Map<ObjectKey, Set<String>> users = new TreeMap<>();
  private final Map<ObjectKey, KubeObject> certificates = new TreeMap<>();

  private Certificates(Snapshot snapshot) {
    this.snapshot = snapshot;
    snapshot.all(CERTIFICATE).forEach(this::certificate);
    snapshot.all(INGRESS).forEach(this::ingress);
    snapshot.all(GATEWAY).forEach(this::gateway);
  }

  /** By the key of the Secret, in order. */
  public static Map<ObjectKey, ServingCertificate> of(Snapshot snapshot) {
    var all = new Certificates(snapshot);
    var found = new TreeMap<ObjectKey, ServingCertificate>();
    all.users.forEach((secret, users) -> found.put(secret, all.serving(secret, users)));
    return found;
  }

  private void certificate(KubeObject object) {
    String secret = Documents.text(Documents.map(object.document(), "spec"), "secretName");
    if (!secret.isEmpty()) {
      var key = new ObjectKey(SECRET, object.key().namespace(), secret);
      certificates.put(key, object);
      users.computeIfAbsent(key, k -> new TreeSet<>());
    }
  }

  private void ingress(KubeObject object) {
    Documents.maps(Documents.map(object.document(), "spec"), "tls")
        .forEach(tls -> use(object, object.key().namespace(), Documents.text(tls, "secretName")));
  }

  private void gateway(KubeObject object) {
    Documents.maps(Documents.map(object.document(), "spec"), "listeners").stream()
        .map(listener -> Documents.map(listener, "tls"))
        .flatMap(tls -> Documents.maps(tls, "certificateRefs").stream())
        .filter(reference -> Set.of("", "Secret").contains(Documents.text(reference, "kind")))
        .forEach(reference -> {
          String namespace = Documents.text(reference, "namespace");
          use(
              object,
              namespace.isEmpty() ? object.key().namespace() : namespace,
              Documents.text(reference, "name"));
        });
  }

  private void use(KubeObject user, String namespace, String secret) {
    if (!secret.isEmpty()) {
      users
          .computeIfAbsent(new ObjectKey(SECRET, namespace, secret), key -> new TreeSet<>())
          .add(user.key().kind().name() + " " + user.key().name());
    }
  }

  private ServingCertificate serving(ObjectKey secret, Set<String> users) {
    Optional<KubeObject> certificate = Optional.ofNullable(certificates.get(secret));
    Optional<Instant> end = certificate.flatMap(object -> time(object, "notAfter"));
    Instant now = snapshot.takenAt();
    String why =
        certificate.isEmpty()
            ? "Secrets are not read, and no Certificate tells when it ends"
            : "the Certificate does not say yet when it ends";
    return new ServingCertificate(
        secret.namespace(),
        secret.name(),
        List.copyOf(users),
        certificate.map(object -> object.key().name()).orElse(""),
        end.map(Instant::toString).map(Answer::of).orElse(Answer.unknown(why)),
        end.map(time -> Math.toIntExact(Duration.between(now, time).toDays()))
            .map(Answer::of)
            .orElse(Answer.unknown(why)),
        certificate
            .flatMap(object -> time(object, "renewalTime"))
            .filter(due -> due.isBefore(now.minus(Duration.ofDays(1))))
            .isPresent());
  }

  private static Optional<Instant> time(KubeObject certificate, String field) {
    String text = Documents.text(Documents.map(certificate.document(), "status"), field);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
