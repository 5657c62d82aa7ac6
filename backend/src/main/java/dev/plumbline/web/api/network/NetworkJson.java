package dev.plumbline.web.api.network;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Ports;
import dev.plumbline.inventory.fact.reach.Verdict;
import dev.plumbline.inventory.fact.reach.Way;
import dev.plumbline.scan.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workload's network.
 *
 * @param ways from outside, those that were seen
 * @param waysUnknown why there may be more, null when all are seen
 * @param fromOutside ports open to every address that a way leads in from
 * @param toOutside ports on which it may connect to every address outside
 * @param toSomeOutside the same for some addresses at least
 * @param policies that hold for its pods
 * @param doubts what of them is not understood
 */
record NetworkJson(
    List<Way> ways,
    @Nullable String waysUnknown,
    List<Ports.Range> fromOutside,
    List<Ports.Range> toOutside,
    List<Ports.Range> toSomeOutside,
    List<String> policies,
    List<String> doubts) {

  static NetworkJson of(Look look, ObjectKey key) {
    var reach = look.reach();
    Verdict out = reach.toOutside(key);
    return new NetworkJson(
        reach.waysSeen(key),
        reach.ways(key) instanceof Answer.Unknown<List<Way>>(var state, var why) ? why : null,
        reach.fromOutside(key).certain().ranges(),
        out.certain().ranges(),
        out.possible().ranges(),
        reach.policies(key),
        reach.doubts(key));
  }
}
