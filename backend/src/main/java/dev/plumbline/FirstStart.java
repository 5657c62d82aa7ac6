package dev.plumbline;

import dev.plumbline.database.Secrets;
import dev.plumbline.database.StartRefused;
import dev.plumbline.scan.SampleData;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Setup;
import dev.plumbline.tenant.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
  private static final String PREFIX = "plumbline.setup.";

  private final SetupSettings settings;
  private final Setup setup;
  private final ObjectProvider<SampleData> samples;
  private @Nullable UUID founded;

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

  /** Loads the sample data beside the running product, for its history takes a while to make. */
  @EventListener(ApplicationReadyEvent.class)
  void loadSampleData() {
    UUID tenant = founded;
    if (settings.sample() && tenant != null) {
      samples.ifAvailable(
          sample -> Thread.ofVirtual().name("sample-data").start(() -> load(sample, tenant)));
    }
  }

  private void found(String organisation) {
    try {
      var done =
          setup.unattended(organisation, required("email", settings.email()), password(), token());
      founded = done.organisation().id();
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

  private static void load(SampleData sample, UUID tenant) {
    try {
      Tenant.run(tenant, sample::load);
    } catch (RuntimeException e) {
      LOG.error("The sample data could not be loaded", e);
    }
  }
}
