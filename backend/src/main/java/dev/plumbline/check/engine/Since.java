package dev.plumbline.check.engine;

import dev.plumbline.check.cel.EvaluationFailed;
import dev.plumbline.check.cel.Terms.Member;
import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.inventory.shape.Type;
import java.util.List;
import java.util.Map;

/**
 * {@code cluster.since(34)}: whether the server is at least of this minor version. True when the
 * version is not known, so that a newer and stricter rule holds; where a newer rule allows more,
 * checks ask {@code cluster.minor}, which is then unknown.
 */
final class Since {

  static final Member MEMBER =
      new Member(
          "since",
          new Type.Struct(Words.CLUSTER),
          List.of(Type.WHOLE),
          Type.FLAG,
          arguments -> since(arguments.get(0), arguments.get(1)));

  private Since() {}

  private static boolean since(Object cluster, Object minor) {
    if (!(cluster instanceof Map<?, ?> map) || !(minor instanceof Long wanted)) {
      throw new EvaluationFailed("since asks the cluster for a minor version");
    }
    try {
      return map.get("minor") instanceof Long actual && actual >= wanted;
    } catch (UnknownAnswer unknown) {
      return true;
    }
  }
}
