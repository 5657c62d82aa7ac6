package dev.plumbline.web.pages.check;

import dev.plumbline.check.Severity;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One check.
 *
 * @param facts family, objective, kinds, needs
 * @param offenders the expression that finds offending parts
 * @param message the expression that words them
 * @param fixPatch what to paste, null for none
 * @param failing manifests that fail, the offending lines marked
 * @param passing manifests that look alike and pass
 * @param controls where frameworks ask for it
 * @param peers the same check in other tools, one line each
 * @param links addresses to read on
 * @param findings the failing objects of the organisation, null when it was never judged
 * @param editor where the organisation edits it, null for a shipped one
 */
public record CheckView(
    String id,
    String title,
    Severity severity,
    String why,
    List<Fact> facts,
    Code offenders,
    Code message,
    String fix,
    @Nullable Code fixPatch,
    @Nullable Code failing,
    @Nullable Code passing,
    List<Link> controls,
    List<String> peers,
    List<String> links,
    @Nullable Link findings,
    @Nullable Link editor) {}
