package dev.plumbline.cluster.seal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the deployment's key from the file that {@code plumbline.encryption.key-file} names. */
@Configuration(proxyBeanMethods = false)
class EncryptionKey {

  @Bean
  Kek kek(@Value("${plumbline.encryption.key-file:${plumbline.home}/encryption.key}") String file) {
    return KeyFile.at(Path.of(file));
  }

  @Bean
  Envelope envelope(Kek kek) {
    return new Envelope(kek);
  }
}
