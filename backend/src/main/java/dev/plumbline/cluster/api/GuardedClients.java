package dev.plumbline.cluster.api;

import dev.plumbline.cluster.egress.Egress;
import dev.plumbline.cluster.kubeconfig.Access;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.Executors;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Makes the transport towards one API server. Nothing of this machine goes into it: no kubeconfig,
 * service account, proxy, cookie or root of its own; nothing is followed, retried or decompressed.
 */
final class GuardedClients extends OkHttpClientFactory {

  private static final int AT_ONCE = 2;

  static {
    System.setProperty(Config.KUBERNETES_DISABLE_AUTO_CONFIG_SYSTEM_PROPERTY, "true");
  }

  private final Egress egress;
  private final Dns resolver;
  private final Limits limits;
  private final Tls tls;

  private GuardedClients(Egress egress, Dns resolver, Limits limits, Tls tls) {
    this.egress = egress;
    this.resolver = resolver;
    this.limits = limits;
    this.tls = tls;
  }

  static HttpClient client(Access access, Egress egress, Dns resolver, Limits limits) {
    HttpClient.Factory factory = new GuardedClients(egress, resolver, limits, Tls.of(access));
    return factory.newBuilder(config(access)).build();
  }

  private static Config config(Access access) {
    return new ConfigBuilder(Config.empty())
        .withAutoConfigure(false)
        .withMasterUrl(access.server().toString())
        .withUserAgent("plumbline")
        .withRequestRetryBackoffLimit(0)
        .build();
  }

  @Override
  protected Dispatcher initDispatcher() {
    var threads = Thread.ofVirtual().name("api-server-", 0).factory();
    var dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(threads));
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    return dispatcher;
  }

  @Override
  protected void additionalConfig(OkHttpClient.Builder builder) {
    builder
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .proxy(Proxy.NO_PROXY)
        .cookieJar(CookieJar.NO_COOKIES)
        .dns(new GuardedNames(egress, resolver))
        .socketFactory(new GuardedSockets(egress))
        .sslSocketFactory(tls.sockets(), tls.trust())
        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectTimeout(limits.idle())
        .readTimeout(limits.idle())
        .writeTimeout(limits.idle())
        .callTimeout(limits.call());
  }
}
