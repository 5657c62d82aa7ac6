package dev.plumbline.testing;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A fresh, migrated database of its own on the one test server, with a way in for each role. */
public final class TestDatabase {

  public static final String APP = "plumbline_app";
  public static final String OWNER = "plumbline_owner";
  public static final String PASSWORD = "only-for-tests";

  private static final String TEMPLATE = "plumbline_template";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** Copies the migrated template. */
  public static TestDatabase fresh() {
    return create(" template " + Template.MIGRATED.name);
  }

  /** Has the roles but no table yet. */
  public static TestDatabase empty() {
    return create("");
  }

  public String url() {
    return Server.RUNNING.url(name);
  }

  /** Logs in as the role that runs the product: row level security holds. */
  public DataSource app() {
    return source(name, APP, PASSWORD);
  }

  /** Logs in as the role that owns the objects. */
  public DataSource owner() {
    return source(name, OWNER, PASSWORD);
  }

  /** Logs in as the superuser, who sees everything and so proves nothing about tenancy. */
  public DataSource superuser() {
    return source(name, Server.RUNNING.superuser(), Server.RUNNING.password());
  }

  /** Runs all migrations as the owner, as the product does when it starts. */
  public TestDatabase migrate() {
    Flyway.configure().dataSource(owner()).locations("classpath:db/migration").load().migrate();
    return this;
  }

  private static TestDatabase create(String template) {
    return create("plumbline_test_" + NUMBER.incrementAndGet(), template);
  }

  private static TestDatabase create(String name, String template) {
    new JdbcTemplate(source("postgres", Server.RUNNING.superuser(), Server.RUNNING.password()))
        .execute("create database " + name + template);
    return new TestDatabase(name).withRoles();
  }

  private TestDatabase withRoles() {
    var script = new ResourceDatabasePopulator(new ClassPathResource("db/roles.sql"));
    script.setSeparator(ScriptUtils.EOF_STATEMENT_SEPARATOR);
    DatabasePopulatorUtils.execute(script, superuser());
    var jdbc = new JdbcTemplate(superuser());
    jdbc.execute("alter role " + APP + " password '" + PASSWORD + "'");
    jdbc.execute("alter role " + OWNER + " password '" + PASSWORD + "'");
    return this;
  }

  private static DataSource source(String database, String user, String password) {
    var source = new PGSimpleDataSource();
    source.setUrl(Server.RUNNING.url(database));
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  private static final class Server {
    static final TestServer RUNNING = TestServer.start();
  }

  private static final class Template {
    static final TestDatabase MIGRATED = create(TEMPLATE, "").migrate();
  }
}
