package dev.plumbline.database.embedded;

import dev.plumbline.database.DatabaseAddress;
import dev.plumbline.database.Login;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Makes the product's database and its two roles in the embedded server, by db/roles.sql. */
final class EmbeddedRoles {

  private static final String DATABASE = "plumbline";
  private static final String OWNER = "plumbline_owner";
  private static final String APP = "plumbline_app";

  private EmbeddedRoles() {}

  static void apply(int port, EmbeddedPasswords passwords) {
    createDatabase(new JdbcTemplate(superuser(port, "postgres", passwords)));
    var source = superuser(port, DATABASE, passwords);
    var script = new ResourceDatabasePopulator(new ClassPathResource("db/roles.sql"));
    script.setSeparator(ScriptUtils.EOF_STATEMENT_SEPARATOR);
    DatabasePopulatorUtils.execute(script, source);
    var jdbc = new JdbcTemplate(source);
    jdbc.execute("alter role %s password '%s'".formatted(OWNER, passwords.owner()));
    jdbc.execute("alter role %s password '%s'".formatted(APP, passwords.app()));
  }

  static DatabaseAddress address(int port, EmbeddedPasswords passwords) {
    return new DatabaseAddress(
        url(port, DATABASE), new Login(APP, passwords.app()), new Login(OWNER, passwords.owner()));
  }

  private static void createDatabase(JdbcTemplate jdbc) {
    if (jdbc.queryForList("select from pg_database where datname = ?", DATABASE).isEmpty()) {
      jdbc.execute("create database " + DATABASE);
    }
  }

  private static DataSource superuser(int port, String database, EmbeddedPasswords passwords) {
    var source = new PGSimpleDataSource();
    source.setUrl(url(port, database));
    source.setUser("postgres");
    source.setPassword(passwords.superuser());
    return source;
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }
}
