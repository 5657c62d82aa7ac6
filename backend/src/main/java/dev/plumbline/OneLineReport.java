package dev.plumbline;

import dev.plumbline.database.StartRefused;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells in one line why the product did not start, where that is something an operator can mend.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLineReport implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    var line = line(failure);
    line.ifPresent(it -> System.err.println("Plumbline did not start: " + it));
    return line.isPresent();
  }

  static Optional<String> line(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
        .flatMap(cause -> known(cause).stream())
        .findFirst();
  }

  private static Optional<String> known(@Nullable Throwable cause) {
    return switch (cause) {
      case StartRefused refused -> Optional.ofNullable(refused.getMessage());
      case PortInUseException taken ->
          Optional.of(
              "port %d is taken. Stop what listens there, or choose another with SERVER_PORT."
                  .formatted(taken.getPort()));
      case null, default -> Optional.empty();
    };
  }
}
