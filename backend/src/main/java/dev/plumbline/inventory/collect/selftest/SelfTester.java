package dev.plumbline.inventory.collect.selftest;

import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.cluster.api.ApiFailure.Reason;
import dev.plumbline.cluster.api.ApiServer;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.inventory.collect.selftest.SelfTest.Answer;
import dev.plumbline.inventory.collect.selftest.SelfTest.Right;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks an API server what we may do. In a namespace that does not exist only rights that hold
 * everywhere are told; some that exist are asked about to find what holds there only, and what is
 * too much.
 */
final class SelfTester {

  private static final String NOWHERE = "plumbline-self-test-of-no-namespace";
  private static final int NAMESPACES = 50;

  private final ApiServer server;

  SelfTester(ApiServer server) {
    this.server = server;
  }

  SelfTest test() {
    try {
      String version = version();
      Rights everywhere = rights(NOWHERE);
      Map<String, Rights> some = everywhere.full() ? Map.of() : some();
      return new SelfTest(
          true, "", version, answers(everywhere, some), excessive(everywhere, some));
    } catch (ApiFailure failure) {
      return SelfTest.notReached(failure.message());
    }
  }

  private String version() throws ApiFailure {
    try {
      return json("/version").path("gitVersion").asString("");
    } catch (ApiFailure failure) {
      if (failure.reason() == Reason.FORBIDDEN || failure.reason() == Reason.NOT_FOUND) {
        return "";
      }
      throw failure;
    }
  }

  private JsonNode json(String path) throws ApiFailure {
    return server.get(path, "application/json", body -> JsonMapper.shared().readTree(body));
  }

  private Rights rights(String namespace) throws ApiFailure {
    return Rights.of(server.reviewRights(namespace, body -> JsonMapper.shared().readTree(body)));
  }

  private List<Answer> answers(Rights everywhere, Map<String, Rights> some) {
    return Arrays.stream(Kinds.values())
        .filter(Kinds::inReaderRole)
        .map(kind -> answer(kind, right(kind, everywhere), some))
        .toList();
  }

  private static Answer answer(Kinds kind, Right everywhere, Map<String, Rights> some) {
    List<String> namespaces =
        everywhere == Right.GRANTED || !kind.namespaced()
            ? List.of()
            : some.entrySet().stream()
                .filter(each -> lists(kind, each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    Right right = namespaces.isEmpty() ? everywhere : Right.IN_NAMESPACES;
    return new Answer(kind.kind(), kind.resource(), "list", right, namespaces);
  }

  private static boolean lists(Kinds kind, Rights rights) {
    return rights.allows("list", kind.group(), kind.plural());
  }

  private Right right(Kinds kind, Rights everywhere) {
    if (lists(kind, everywhere)) {
      return Right.GRANTED;
    }
    return everywhere.incomplete() ? tried(kind) : Right.MISSING;
  }

  /** Where the server cannot list all rights, as some clouds cannot, reading one object tells. */
  private Right tried(Kinds kind) {
    String group = kind.group().isEmpty() ? "/api/" : "/apis/" + kind.group() + "/";
    try {
      json(group + kind.versions().getFirst() + "/" + kind.plural() + "?limit=1");
      return Right.GRANTED;
    } catch (ApiFailure failure) {
      return failure.reason() == Reason.FORBIDDEN ? Right.MISSING : Right.UNTOLD;
    }
  }

  private static List<String> excessive(Rights everywhere, Map<String, Rights> some) {
    List<String> found = Excess.of(everywhere, " in every namespace");
    if (!found.isEmpty()) {
      return found;
    }
    var all = new TreeSet<String>();
    some.forEach(
        (namespace, rights) -> all.addAll(Excess.of(rights, " in namespace " + namespace)));
    return List.copyOf(all);
  }

  /** Rights in namespaces, by name; those that could be asked about before something failed. */
  private Map<String, Rights> some() {
    var some = new TreeMap<String, Rights>();
    for (String namespace : namespaces()) {
      try {
        some.put(namespace, rights(namespace));
      } catch (ApiFailure failure) {
        return some;
      }
    }
    return some;
  }

  private List<String> namespaces() {
    var names = new ArrayList<String>(server.ownNamespace().stream().toList());
    names.addAll(List.of("kube-system", "default"));
    try {
      json("/api/v1/namespaces?limit=" + NAMESPACES)
          .path("items")
          .forEach(item -> names.add(item.path("metadata").path("name").asString("")));
    } catch (ApiFailure failure) {
      return names;
    }
    return names.stream().distinct().limit(NAMESPACES).toList();
  }
}
