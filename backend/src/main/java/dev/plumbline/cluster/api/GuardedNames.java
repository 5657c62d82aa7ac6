package dev.plumbline.cluster.api;

import dev.plumbline.cluster.egress.Egress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Resolves names; one refused address among several refuses the name. */
record GuardedNames(Egress egress, Dns resolver) implements Dns {

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = resolver.lookup(host);
    if (!addresses.stream().allMatch(egress::allows)) {
      throw new Failures.RefusedAddress(false);
    }
    return addresses;
  }
}
