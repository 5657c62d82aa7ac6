package dev.plumbline.tenant;

import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Binds every transaction to the current tenant, and keeps one manager apart that has none. */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

  private static final UUID NOBODY = new UUID(0, 0);

  @Bean
  TransactionExecutionListener tenantBinding(DataSource dataSource) {
    return new TenantBinding(dataSource);
  }

  @Bean
  HibernatePropertiesCustomizer tenantColumn() {
    return properties ->
        properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new Resolver());
  }

  /** For work that has no tenant yet: row level security answers it with no row. */
  @Bean(defaultCandidate = false)
  JdbcTransactionManager platform(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean(defaultCandidate = false)
  TransactionTemplate springSessionTransactionOperations(
      @Qualifier("platform") JdbcTransactionManager platform) {
    return requiresNew(platform);
  }

  static TransactionTemplate requiresNew(PlatformTransactionManager manager) {
    var template = new TransactionTemplate(manager);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return template;
  }

  /** Start-up asks too, before any tenant: the answer must not be null and matches no row. */
  private static final class Resolver implements CurrentTenantIdentifierResolver<UUID> {
    @Override
    public UUID resolveCurrentTenantIdentifier() {
      return Tenant.isBound() ? Tenant.current() : NOBODY;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
      return true;
    }
  }
}
