package dev.plumbline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * Runs a test in the one shared context of the whole product: a real port, a real database, a clock
 * that can be moved, a mail server; nothing runs in the background unless a test says so. Tests
 * make organisations of their own and leave the rest alone.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsDatabase
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"plumbline.sign-in.attempts=100000", "plumbline.api.requests-per-minute=100000"})
@ContextConfiguration(initializers = {FreshDatabase.class, TestMail.class})
@Import({TestClock.Wiring.class, StatementGuard.Wiring.class})
@TestExecutionListeners(
    listeners = TestClock.Reset.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface PlumblineTest {}
