package dev.plumbline.cluster.kubeconfig;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

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
}
