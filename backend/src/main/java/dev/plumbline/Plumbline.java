package dev.plumbline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product, or runs the one command named: {@code reset-password EMAIL}. */
@SpringBootApplication
public class Plumbline {
  public static void main(String[] arguments) {
    if (Command.isNamedIn(arguments)) {
      System.exit(Command.run(arguments, System.out));
    }
    SpringApplication.run(Plumbline.class, arguments);
  }
}
