package dev.plumbline.database;

import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/** Makes the data folder private before the first line is logged into it. */
class HomeFolder implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String home = environment.getProperty("plumbline.home");
    if (home != null) {
      PrivateFiles.folderIfMissing(Path.of(home));
      PrivateFiles.folder(Path.of(home, "logs"));
    }
  }
}
