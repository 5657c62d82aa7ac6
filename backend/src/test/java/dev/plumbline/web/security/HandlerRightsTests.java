package dev.plumbline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.plumbline.tenant.Permission;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

class HandlerRightsTests {

  private static final JavaClasses WEB =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plumbline.web");

  @Test
  void everyHandlerDeclaresOneRight() {
    assertThat(
            handlers()
                .filter(method ->
                    method.isAnnotatedWith(Requires.class) == method.isAnnotatedWith(Anyone.class)))
        .as("add @Requires, or @Anyone and the reviewed list")
        .isEmpty();
  }

  @Test
  void pagesOpenToAnyoneAreTheseAndNoOthers() {
    List<String> open =
        handlers()
            .filter(method -> method.isAnnotatedWith(Anyone.class))
            .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
            .distinct()
            .sorted()
            .toList();
    assertThat(open)
        .isSubsetOf(
            "ErrorPage.show",
            "InvitePage.accept",
            "InvitePage.show",
            "LoginPage.show",
            "SetupPage.complete",
            "SetupPage.show",
            "StartPage.show",
            "UnsubscribePage.show",
            "UnsubscribePage.unsubscribe");
  }

  @Test
  void whatChangesSomethingNeedsMoreThanReading() {
    assertThat(
            handlers()
                .filter(method -> method.isAnnotatedWith(Requires.class))
                .filter(method -> !method.isAnnotatedWith(GetMapping.class))
                .filter(
                    method -> method.getAnnotationOfType(Requires.class).value() == Permission.READ)
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName()))
        .as("a theme is everybody's own")
        .containsExactly("Theme.choose");
  }

  private static Stream<JavaMethod> handlers() {
    return WEB.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(
            method -> AnnotatedElementUtils.hasAnnotation(method.reflect(), RequestMapping.class));
  }
}
