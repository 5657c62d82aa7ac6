package dev.plumbline;

import dev.plumbline.database.StartRefused;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import java.io.PrintStream;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * Runs a command on the product's database, with just the rooms it needs and no web server; joins
 * the embedded database of a product that is running.
 */
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = {StartRefused.class, Tenant.class})
@Import(Time.class)
class Command {

  private static final String RESET = "reset-password";
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  static boolean isNamedIn(String[] arguments) {
    return arguments.length > 0 && !arguments[0].startsWith("-");
  }

  /** Runs the command and returns the process's exit code. */
  static int run(String[] arguments, PrintStream out) {
    if (arguments.length != 2 || !arguments[0].equals(RESET)) {
      out.println("Usage: " + RESET + " EMAIL, or nothing to start the product");
      return MISUSED;
    }
    try (var context =
        new SpringApplicationBuilder(Command.class)
            .web(WebApplicationType.NONE)
            .properties(Map.of("plumbline.database.join", "true"))
            .run()) {
      return reset(context.getBean(People.class), arguments[1], out);
    }
  }

  private static int reset(People people, String email, PrintStream out) {
    var password = people.resetPassword(email);
    out.println(
        password
            .map(it ->
                "New password of %s: %s (signed out everywhere; change it after signing in)"
                    .formatted(email, it))
            .orElse("Nobody has the address " + email));
    return password.isPresent() ? DONE : FAILED;
  }
}
