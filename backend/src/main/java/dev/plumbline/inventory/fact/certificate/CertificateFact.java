package dev.plumbline.inventory.fact.certificate;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.Fact;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells when the certificates of ways in end, and who renews them. */
@Component
final class CertificateFact implements Fact {

  private static final String SUBJECT = "ServingCertificate";

  @Override
  public String name() {
    return "certificate";
  }

  @Override
  public Set<Kind> needs() {
    return Set.of(Certificates.CERTIFICATE, Certificates.INGRESS, Certificates.GATEWAY);
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of(SUBJECT, ServingCertificate.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    return new Answers(Certificates.of(snapshot));
  }

  private record Answers(Map<ObjectKey, ServingCertificate> all) implements Computed {

    @Override
    public Record of(String subject, ObjectKey key) {
      return all.getOrDefault(key, unseen(key));
    }

    @Override
    public Collection<ObjectKey> population(String subject) {
      return subject.equals(SUBJECT) ? all.keySet() : List.of();
    }

    private static ServingCertificate unseen(ObjectKey key) {
      String why = "the certificate was not seen";
      return new ServingCertificate(
          key.namespace(),
          key.name(),
          List.of(),
          "",
          Answer.unknown(why),
          Answer.unknown(why),
          false);
    }
  }
}
