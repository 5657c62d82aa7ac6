package dev.plumbline.cluster.api;

import dev.plumbline.cluster.egress.Egress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes sockets that ask the rules at the moment they connect, whatever was resolved before. */
final class GuardedSockets extends SocketFactory {

  private final Egress egress;

  GuardedSockets(Egress egress) {
    this.egress = egress;
  }

  @Override
  public Socket createSocket() {
    return new Guarded(egress);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("connect explicitly");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("connect explicitly");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("connect explicitly");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("connect explicitly");
  }

  private static final class Guarded extends Socket {

    private final Egress egress;

    Guarded(Egress egress) {
      super(Proxy.NO_PROXY);
      this.egress = egress;
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
      connect(to, 0);
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
      if (!(to instanceof InetSocketAddress target)
          || target.isUnresolved()
          || !egress.allows(target.getAddress(), target.getPort())) {
        boolean port = to instanceof InetSocketAddress it && !egress.allowsPort(it.getPort());
        throw new Failures.RefusedAddress(port);
      }
      super.connect(to, timeout);
    }
  }
}
