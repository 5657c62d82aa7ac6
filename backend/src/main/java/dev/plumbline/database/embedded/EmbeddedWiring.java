package dev.plumbline.database.embedded;

import dev.plumbline.database.OwnDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Offers the embedded database where its programs are on the class path. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(EmbeddedPostgres.class)
class EmbeddedWiring {

  /**
   * Starts when first asked for.
   *
   * @param join whether a server that another process runs on the folder will do, as for commands
   */
  @Bean
  @Lazy
  OwnDatabase embeddedDatabase(
      @Value("${plumbline.home}") Path home,
      @Value("${plumbline.database.join:false}") boolean join) {
    var folder = EmbeddedFolder.in(home);
    return join && JoinedDatabase.isRunning(folder)
        ? JoinedDatabase.on(folder)
        : EmbeddedDatabase.start(folder);
  }
}
