package dev.plumbline.compliance;

import dev.plumbline.check.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the frameworks that come along once, when the product starts. */
@Configuration(proxyBeanMethods = false)
class ComplianceConfiguration {

  @Bean
  Frameworks frameworks(OwnShelf shelf) {
    return Frameworks.shipped().with(shelf);
  }

  @Bean
  ControlEvaluator controlEvaluator(Frameworks frameworks, Catalogue catalogue) {
    return new ControlEvaluator(frameworks, catalogue::all);
  }
}
