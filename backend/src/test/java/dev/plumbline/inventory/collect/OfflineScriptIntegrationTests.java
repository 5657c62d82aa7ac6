package dev.plumbline.inventory.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script as a customer would, with a kubectl that only this test knows. */
class OfflineScriptIntegrationTests {

  private static final String KUBECTL =
      """
      #!/bin/sh
      echo "$*" >>"$(dirname "$0")/calls.txt"
      case "$1 $2" in
        "--context prod") shift 2 ;;
        *) echo "the options were not passed on" >&2; exit 1 ;;
      esac
      case "$1" in
        version) echo '{"clientVersion":{"gitVersion":"v1.36.0"},"serverVersion":{"gitVersion":"v1.35.4"}}' ;;
        api-resources)
          printf '%s\\n' secrets pods events namespaces services widgets.example.org gateways.networking.istio.io
          echo 'error: unable to retrieve the complete list of server APIs: cilium.io/v2: stale' >&2
          exit 1 ;;
        get)
          case "$2" in
            pods) echo '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"a"}}]}' ;;
            services)
              echo 'Error from server (Forbidden): services is forbidden: User "x" cannot list resource "services" in API group "" at the cluster scope' >&2
              exit 1 ;;
            *) echo '{"apiVersion":"v1","kind":"List","items":[]}' ;;
          esac ;;
      esac
      """;

  @TempDir Path folder;

  @BeforeEach
  void requireShell() {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
  }

  @Test
  void theArchiveItWritesIsReadBackAsCoverage() throws Exception {
    Collected collected = run(OfflineScript.text());
    var coverage = collected.snapshot().coverage();
    assertThat(collected.snapshot().version().git()).isEqualTo("v1.35.4");
    assertThat(collected.snapshot().all(Kind.core("Pod"))).hasSize(1);
    assertThat(coverage.of(Kind.core("Pod")).state()).isEqualTo(State.COMPLETE);
    assertThat(coverage.of(Kinds.ISTIO_GATEWAYS.kind()).state()).isEqualTo(State.COMPLETE);
    assertThat(coverage.of(Kind.core("Service")).reason()).isEqualTo("cannot list services");
    assertThat(coverage.of(Kind.core("Secret")).state()).isEqualTo(State.NOT_READ);
    assertThat(coverage.of(Kinds.CILIUM_NETWORK_POLICIES.kind()).state()).isEqualTo(State.NOT_READ);
    assertThat(coverage.of(Kinds.RUNTIME_CLASSES.kind()).state()).isEqualTo(State.NOT_SERVED);
  }

  @Test
  void itOnlyListsAndNeverAsksForSecretsOrForKindsThatAreNotJudged() throws Exception {
    run(OfflineScript.text());
    List<String> calls = Files.readAllLines(folder.resolve("bin/calls.txt"));
    assertThat(calls)
        .hasSize(6)
        .allMatch(call -> call.matches("--context prod (version|api-resources|get) .*"));
    assertThat(calls)
        .noneMatch(call ->
            call.contains("secrets") || call.contains("events") || call.contains("widgets"));
  }

  @Test
  void theTemplateItselfWritesEveryKindThatCanBeListed() throws Exception {
    run(OfflineScript.template());
    assertThat(Files.readString(folder.resolve("bin/calls.txt")))
        .contains("get widgets.example.org")
        .doesNotContain("get secrets");
  }

  @Test
  void itLeavesNothingBehindButTheArchive() throws Exception {
    run(OfflineScript.text());
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("plumbline-dump-"))
          .hasSize(1)
          .allMatch(name -> name.endsWith(".tar.gz"));
    }
  }

  private Collected run(String script) throws IOException, InterruptedException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path kubectl = Files.writeString(bin.resolve("kubectl"), KUBECTL);
    assertThat(kubectl.toFile().setExecutable(true)).isTrue();
    Path file = Files.writeString(folder.resolve("dump.sh"), script);
    var builder = new ProcessBuilder("/bin/sh", file.toString(), "--context", "prod");
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String output = Files.readString(folder.resolve("output.txt"));
    assertThat(process.exitValue()).as(output).isZero();
    String archive = output.strip().substring(output.strip().lastIndexOf(' ') + 1);
    return Archives.read(Files.readAllBytes(folder.resolve(archive)));
  }
}
