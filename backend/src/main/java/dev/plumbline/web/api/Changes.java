package dev.plumbline.web.api;

import dev.plumbline.tenant.TenantJdbc;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares and changes in one transaction, one caller after the other. */
@Component
class Changes {

  private final ETags etags;
  private final TenantJdbc jdbc;
  private final TransactionTemplate transaction;

  Changes(ETags etags, TenantJdbc jdbc, TransactionTemplate transaction) {
    this.etags = etags;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  <T extends @Nullable Object> T change(
      UUID id, String tags, Supplier<? extends Body<?>> current, Supplier<T> change) {
    return transaction.execute(status -> {
      lock(id);
      if (!ETags.has(tags, etags.of(current.get()))) {
        throw ApiProblem.of(
            HttpStatus.PRECONDITION_FAILED,
            "It has changed since you read it: read it again.",
            "header",
            IfMatch.HEADER);
      }
      return change.get();
    });
  }

  private void lock(UUID id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(cast(:tenant as text) || :id, 0))")
        .param("id", id.toString())
        .query((row, number) -> id)
        .single();
  }
}
