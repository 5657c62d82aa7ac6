package dev.plumbline.cluster.kubeconfig;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * All that is needed to talk to one API server; what is sealed.
 *
 * @param server https, a host in ASCII, at most a path without trailing slash
 * @param authorities the only roots trusted; empty means the public ones
 */
public record Access(URI server, List<X509Certificate> authorities, Login login) {

  public Access {
    authorities = List.copyOf(authorities);
  }

  /** The namespace of the service account whose token this is; empty when it is not one. */
  public Optional<String> namespace() {
    return login instanceof Login.Token token
        ? token
            .secret()
            .use(bytes -> TokenFacts.of(new String(bytes, StandardCharsets.US_ASCII)))
            .namespace()
        : Optional.empty();
  }
}
