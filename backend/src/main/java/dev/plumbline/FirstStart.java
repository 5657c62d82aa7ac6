package dev.plumbline;

import dev.plumbline.database.Secrets;
import dev.plumbline.database.StartRefused;
import dev.plumbline.scan.SampleData;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Setup;
import dev.plumbline.tenant.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Creates the first organisation unattended, before the web server answers for the first time. */
@Component
@EnableConfigurationProperties(SetupSettings.class)
class FirstStart implements SmartInitializingSingleton {

  private static final String PREFIX = "plumbline.setup.";

  private final SetupSettings settings;
  private final Setup setup;
  private final ObjectProvider<SampleData> samples;
  private @Nullable Runnable history;

  FirstStart(SetupSettings settings, Setup setup, ObjectProvider<SampleData> samples) {
    this.settings = settings;
    this.setup = setup;
    this.samples = samples;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (settings.org() != null && !settings.org().isBlank() && setup.needed()) {
      found(settings.org());
    }
  }

  /** Makes the sample data's history beside the running product, for it takes a while. */
  @EventListener(ApplicationReadyEvent.class)
  void makeHistory() {
    if (history != null) {
      Thread.ofVirtual().name("sample-data").start(history);
    }
  }

  private void found(String organisation) {
    try {
      var done =
          setup.unattended(organisation, required("email", settings.email()), password(), token());
      if (settings.sample()) {
        UUID tenant = done.organisation().id();
        samples.ifAvailable(sample -> history = Tenant.call(tenant, sample::begin));
      }
    } catch (Refused e) {
      throw new StartRefused(PREFIX + e.field() + ": " + e.why(), e);
    }
  }

  private String password() {
    return Secrets.read(PREFIX + "password", settings.password(), settings.passwordFile());
  }

  private String token() {
    return settings.token() == null && settings.tokenFile() == null
        ? ""
        : Secrets.read(PREFIX + "token", settings.token(), settings.tokenFile());
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new StartRefused(PREFIX + name + " is not set, but " + PREFIX + "org is");
    }
    return value;
  }
}
