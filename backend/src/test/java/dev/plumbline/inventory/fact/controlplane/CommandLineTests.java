package dev.plumbline.inventory.fact.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTests {

  @Test
  void aValueFollowsAnEqualsSignOrABlank() {
    assertThat(flags("kube-apiserver", "--a=b", "--audit-log-path", "/var/log/audit.log"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a", "b", "audit-log-path", "/var/log/audit.log"));
  }

  @Test
  void aValueMayHoldEqualsSigns() {
    assertThat(flags("--feature-gates=A=true,B=false"))
        .containsEntry("feature-gates", "A=true,B=false");
  }

  @Test
  void aBooleanFlagTakesNoSeparateValue() {
    assertThat(flags("--profiling", "false", "--secure-port=6443"))
        .containsEntry("profiling", "true")
        .containsEntry("secure-port", "6443");
  }

  @Test
  void aFlagWithoutValueBeforeAnotherIsTrue() {
    assertThat(flags("--quick", "--a=b")).containsEntry("quick", "true").containsEntry("a", "b");
    assertThat(flags("--quick")).containsEntry("quick", "true");
  }

  @Test
  void theLastOfARepeatedFlagCountsButListsAddUp() {
    assertThat(flags("--profiling=true", "--profiling=false")).containsEntry("profiling", "false");
    assertThat(flags("--authorization-mode=Node", "--authorization-mode=RBAC"))
        .containsEntry("authorization-mode", "Node,RBAC");
  }

  @Test
  void underscoresAndSingleDashesMeanTheSameFlag() {
    assertThat(flags("--anonymous_auth=false", "-auto-tls=true"))
        .containsEntry("anonymous-auth", "false")
        .containsEntry("auto-tls", "true");
  }

  @Test
  void theLineOfAShellCountsAsItsWords() {
    assertThat(
            CommandLine.flags(
                List.of("/bin/sh", "-c", "exec kube-apiserver --profiling=false --a b"), List.of()))
        .containsEntry("profiling", "false")
        .containsEntry("a", "b");
  }

  @Test
  void nothingAfterTwoDashesIsAFlag() {
    assertThat(flags("--a=b", "--", "--c=d")).containsOnlyKeys("a");
  }

  private static Map<String, String> flags(String... arguments) {
    return CommandLine.flags(List.of(), List.of(arguments));
  }
}
