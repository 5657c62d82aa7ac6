package dev.plumbline.check.catalogue;

import dev.plumbline.check.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

  @Bean
  Catalogue shippedChecks() {
    return CheckFolders.load();
  }
}
