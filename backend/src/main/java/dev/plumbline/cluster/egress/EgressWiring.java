package dev.plumbline.cluster.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the rules of this deployment, its own database among the addresses never allowed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EgressSettings.class)
class EgressWiring {

  private static final Logger LOG = LoggerFactory.getLogger(EgressWiring.class);
  private static final Pattern HOST =
      Pattern.compile("(?<host>\\[[^\\]]+]|[^:/?,\\[]+)(?::(?<port>\\d+))?");
  private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://(?<hosts>[^/?]+).*");

  @Bean
  Egress egress(
      EgressSettings settings,
      ObjectProvider<JdbcConnectionDetails> database,
      @Value("${plumbline.database.url:}") String external) {
    boolean embedded = external.isBlank();
    List<String> cidrs = settings.cidrs(embedded);
    if (embedded && settings.allowedCidrs() == null) {
      LOG.info("Clusters may be on this machine and in private networks: {}", cidrs);
    }
    return new Egress(
        cidrs,
        settings.ports(embedded),
        database.stream().findFirst().map(it -> addresses(it.getJdbcUrl())).orElse(Set.of()));
  }

  /** Every address behind the hosts of a JDBC address. */
  static Set<InetSocketAddress> addresses(String jdbcUrl) {
    var found = new HashSet<InetSocketAddress>();
    var hosts = HOSTS.matcher(jdbcUrl);
    var host = HOST.matcher(hosts.matches() ? hosts.group("hosts") : "localhost");
    while (host.find()) {
      int port = host.group("port") == null ? 5432 : Integer.parseInt(host.group("port"));
      for (InetAddress address : resolve(host.group("host"))) {
        found.add(new InetSocketAddress(address, port));
      }
    }
    return found;
  }

  private static InetAddress[] resolve(String host) {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("the database's host has no address: " + host, e);
    }
  }
}
