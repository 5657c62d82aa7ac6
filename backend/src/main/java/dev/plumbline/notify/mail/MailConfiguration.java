package dev.plumbline.notify.mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mail channel, with or without a server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

  @Bean
  MailChannel mailChannel(
      MailSettings settings, @Value("${plumbline.base-url:http://localhost:8080}") String baseUrl) {
    return new MailChannel(settings, new ReportMail(baseUrl));
  }
}
