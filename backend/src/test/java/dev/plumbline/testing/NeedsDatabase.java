package dev.plumbline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, saying why, where no PostgreSQL can be had. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDatabase.Condition.class)
public @interface NeedsDatabase {

  /** Asks whether the server that was chosen can run here. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return TestServer.available()
          ? ConditionEvaluationResult.enabled("a PostgreSQL can be started")
          : ConditionEvaluationResult.disabled(
              "PLUMBLINE_TEST_DB=testcontainers, but no Docker engine answers");
    }
  }
}
