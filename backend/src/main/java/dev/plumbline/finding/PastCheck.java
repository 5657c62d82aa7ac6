package dev.plumbline.finding;

import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check said in the look before.
 *
 * @param digest of the rule that said it, empty when it was not kept
 * @param kinds tally of each kind the check covers
 * @param part its part in the score, empty when it did not count
 */
record PastCheck(
    String check,
    String digest,
    CheckResult.State state,
    Map<String, Tally> kinds,
    List<String> unread,
    Optional<Move.Part> part) {}
