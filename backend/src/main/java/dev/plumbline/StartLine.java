package dev.plumbline;

import dev.plumbline.tenant.Setup;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Prints where the product answers; never into the log, for it may carry the set-up secret. */
@Component
class StartLine implements ApplicationListener<ApplicationReadyEvent> {

  private final Setup setup;
  private final String url;
  private final String home;

  StartLine(
      Setup setup,
      @Value("${plumbline.base-url}") String url,
      @Value("${plumbline.home}") String home) {
    this.setup = setup;
    this.url = url;
    this.home = home;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    System.out.println(ready(seconds()) + System.lineSeparator() + places());
  }

  String ready(double seconds) {
    String line = String.format(Locale.ROOT, "Plumbline is ready at %s after %.1f s", url, seconds);
    return setup.needed()
        ? line + "; set it up once at " + url + "/setup?token=" + setup.newLink()
        : line;
  }

  private String places() {
    return "Data, encryption key and logs are in %s; whoever loses the key loses the stored credentials"
        .formatted(home);
  }

  private static double seconds() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
  }
}
