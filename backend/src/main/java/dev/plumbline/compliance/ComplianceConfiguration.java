package dev.plumbline.compliance;

import dev.plumbline.check.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the frameworks once, when the product starts. */
@Configuration(proxyBeanMethods = false)
class ComplianceConfiguration {

  @Bean
  Frameworks frameworks() {
    return Frameworks.shipped();
  }

  @Bean
  ControlEvaluator controlEvaluator(Frameworks frameworks, Catalogue catalogue) {
    return new ControlEvaluator(frameworks, catalogue::all);
  }
}
