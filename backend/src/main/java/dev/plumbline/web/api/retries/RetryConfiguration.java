package dev.plumbline.web.api.retries;

import dev.plumbline.scan.Forgettable;
import dev.plumbline.web.security.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the filter behind the security chain, which knows tenant and token. */
@Configuration(proxyBeanMethods = false)
class RetryConfiguration {

  /** They are kept for a day, whatever the organisation's history. */
  @Bean
  Forgettable dayOldIdempotencyKeys(IdempotencyKeys keys) {
    return new Forgettable("idempotency keys", (before, limit) -> keys.prune(limit));
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
      IdempotencyKeys keys, Problems problems) {
    var registration = new FilterRegistrationBean<>(new IdempotencyFilter(keys, problems));
    registration.addUrlPatterns("/api/*");
    registration.setOrder(0);
    return registration;
  }
}
