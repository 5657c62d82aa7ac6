package dev.plumbline.cluster.kubeconfig;

import java.security.cert.X509Certificate;
import java.util.List;

/** How Plumbline proves to an API server who it is. */
public sealed interface Login {

  Secret secret();

  /**
   * A bearer token.
   *
   * @param secret visible ASCII
   */
  record Token(Secret secret) implements Login {}

  /**
   * A client certificate.
   *
   * @param chain leaf first
   * @param secret the leaf's private key, PKCS #8
   */
  record ClientCertificate(List<X509Certificate> chain, Secret secret) implements Login {

    public ClientCertificate {
      chain = List.copyOf(chain);
    }
  }
}
