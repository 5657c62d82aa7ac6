package dev.plumbline.cluster.api;

import dev.plumbline.cluster.kubeconfig.Access;
import dev.plumbline.cluster.kubeconfig.Login;
import dev.plumbline.cluster.kubeconfig.PrivateKeys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS towards one API server: its own authorities as the only roots, our client certificate. */
record Tls(SSLSocketFactory sockets, X509TrustManager trust) {

  private static final char[] NO_PASSWORD = {};

  static Tls of(Access access) {
    try {
      X509TrustManager trust = trust(access.authorities());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(access.login()), new X509TrustManager[] {trust}, null);
      return new Tls(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("an accepted certificate or key cannot be used", e);
    }
  }

  private static X509TrustManager trust(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(authorities.isEmpty() ? publicRoots() : store(authorities));
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable KeyStore publicRoots() {
    return null;
  }

  private static KeyStore store(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    return store;
  }

  private static KeyManager[] keys(Login login) throws GeneralSecurityException, IOException {
    if (!(login instanceof Login.ClientCertificate client)) {
      return new KeyManager[0];
    }
    KeyStore store = empty();
    var publicKey = client.chain().getFirst().getPublicKey();
    byte[] pkcs8 = client.secret().use(byte[]::clone);
    store.setKeyEntry(
        "client",
        PrivateKeys.of(pkcs8, publicKey),
        NO_PASSWORD,
        client.chain().toArray(Certificate[]::new));
    java.util.Arrays.fill(pkcs8, (byte) 0);
    var factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
