package dev.plumbline.inventory.fact.rbac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.inventory.KubeObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Asks what a real API server was asked, over the same roles and bindings. */
class RbacTruthTests {

  private static final JsonMapper JSON = new JsonMapper();

  record Truth(
      Map<String, List<String>> questions,
      List<String> serviceAccountsAsked,
      Map<String, Map<String, String>> allowed) {}

  @Test
  void everyAnswerIsThatOfTheRealAuthorizer() throws IOException {
    Path data = data();
    var truth = truth(data);
    Rbac rbac = Rbac.of(Recorded.snapshot(cluster(data)));
    var ours = new TreeMap<String, TreeSet<String>>();
    for (String account : truth.serviceAccountsAsked()) {
      truth
          .questions()
          .forEach((name, question) -> {
            if (can(rbac, account, question)) {
              ours.computeIfAbsent(account, a -> new TreeSet<>()).add(name);
            }
          });
    }
    var theirs = new TreeMap<String, TreeSet<String>>();
    truth
        .allowed()
        .forEach((account, answers) -> {
          if (!answers.isEmpty()) {
            theirs.put(account, new TreeSet<>(answers.keySet()));
          }
        });
    assertThat(truth.serviceAccountsAsked()).hasSizeGreaterThan(50);
    assertThat(ours).isEqualTo(theirs);
  }

  private static boolean can(Rbac rbac, String account, List<String> question) {
    int slash = account.indexOf('/');
    String namespace = account.substring(0, slash);
    var access =
        new Access(
            question.get(0),
            question.get(1),
            question.get(2),
            question.size() > 4 ? question.get(4) : "",
            "");
    return rbac.can(
        Identity.serviceAccount(namespace, account.substring(slash + 1)),
        access,
        question.get(3).equals("NS") ? namespace : question.get(3));
  }

  private static Truth truth(Path data) throws IOException {
    var tree = JSON.readTree(Files.readString(data.resolve("rbac-truth.json")));
    return new Truth(
        JSON.convertValue(tree.get("questions"), new tools.jackson.core.type.TypeReference<>() {}),
        JSON.convertValue(
            tree.get("serviceAccountsAsked"), new tools.jackson.core.type.TypeReference<>() {}),
        JSON.convertValue(tree.get("allowed"), new tools.jackson.core.type.TypeReference<>() {}));
  }

  private static List<KubeObject> cluster(Path data) throws IOException {
    List<KubeObject> objects = new ArrayList<>();
    for (String kind : List.of("clusterroles", "roles", "clusterrolebindings", "rolebindings")) {
      Path file = data.resolve("cluster").resolve(kind + ".rbac.authorization.k8s.io.json");
      for (var item : JSON.readTree(Files.readString(file)).get("items")) {
        objects.add(Recorded.object(JSON.convertValue(item, Map.class)));
      }
    }
    return objects;
  }

  private static Path data() {
    String shared = System.getenv("PLUMBLINE_SHARED");
    assumeTrue(shared != null, "PLUMBLINE_SHARED does not name the folder with the recorded data");
    return Path.of(shared, "data");
  }
}
