package dev.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantScopeTests {

  private final TenantScope scope = new TenantScope(List.of("scan", "finding", "check_tally"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from scan where tenant_id = ? and id = ?",
        "select s.id from scan s where s.tenant_id = ? and exists (select from check_tally t"
            + " where t.tenant_id = ? and t.scan_id = s.id)",
        "insert into scan (tenant_id, id) values (?, ?)",
        "update scan set state = ? where tenant_id = ? and id = ?",
        "delete from finding where tenant_id = $1",
        "select f1_0.id from scan f1_0 where f1_0.tenant_id = ? and f1_0.id=?",
        "select * from person where id = ?",
        "set local app.tenant = 'x'",
        "select tenant_of_slug(?)"
      })
  void aStatementThatNamesTheTenantPasses(String statement) {
    assertThat(scope.wrong(statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from scan where id = ?",
        "SELECT count(*) FROM public.scan",
        "select 1 from person p, scan s where s.id = p.id",
        "select * from scan s join finding f on f.scan = s.id where s.tenant_id = ?",
        "update scan set state = ? where id = ?",
        "delete from only finding",
        "insert into scan (id) values (?)",
        "select tenant_id from scan where id = ?",
        "select * from scan s where s.tenant_id = s.tenant_id"
      })
  void aStatementThatDoesNotIsNamed(String statement) {
    assertThat(scope.wrong(statement)).isPresent();
  }
}
