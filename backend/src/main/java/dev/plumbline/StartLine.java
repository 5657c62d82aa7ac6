package dev.plumbline;

import dev.plumbline.cluster.SealedCredentials;
import dev.plumbline.tenant.Setup;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Prints where the product answers; never into the log, for it may carry the set-up secret. */
@Component
class StartLine implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(StartLine.class);

  private final Setup setup;
  private final String url;
  private final Places places;
  private final SealedCredentials credentials;

  StartLine(
      Setup setup,
      SealedCredentials credentials,
      @Value("${plumbline.base-url}") String url,
      @Value("${plumbline.home}") String home,
      @Value("${plumbline.encryption.key-file}") String key,
      @Value("${logging.file.name}") String log) {
    this.setup = setup;
    this.credentials = credentials;
    this.url = url;
    this.places = new Places(home, key, log);
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    System.out.println(ready(seconds()) + System.lineSeparator() + places);
    credentials.lost().ifPresent(this::tell);
  }

  /** On the terminal and in the log: the product runs, so that kubeconfigs can be replaced. */
  private void tell(String lost) {
    System.out.println(lost);
    LOG.error(lost);
  }

  String ready(double seconds) {
    String line = String.format(Locale.ROOT, "Plumbline is ready at %s after %.1f s", url, seconds);
    return setup.needed()
        ? line + "; set it up once at " + url + "/setup?token=" + setup.newLink()
        : line;
  }

  private static double seconds() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
  }

  /** Where what must be kept lies. */
  record Places(String home, String key, String log) {
    @Override
    public String toString() {
      return "Data: %s; log: %s; encryption key: %s (without it the stored credentials are lost)"
          .formatted(home, log.isEmpty() ? "standard output" : log, key);
    }
  }
}
