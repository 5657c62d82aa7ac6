package dev.plumbline.web.api.network;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.reach.Partner;
import dev.plumbline.inventory.fact.reach.Ports;
import dev.plumbline.scan.Look;
import java.util.List;

/**
 * A workload at the other end.
 *
 * @param ports let through for certain
 * @param possible let through by some reading of what is not understood, the certain ones among
 *     them
 * @param because the policies that let it through, for people
 */
record PartnerJson(
    String group,
    String kind,
    String namespace,
    String name,
    List<Ports.Range> ports,
    List<Ports.Range> possible,
    String because) {

  static PartnerJson of(Look look, ObjectKey source, ObjectKey target, Partner partner) {
    ObjectKey other = partner.workload();
    return new PartnerJson(
        other.kind().group(),
        other.kind().name(),
        other.namespace(),
        other.name(),
        partner.verdict().certain().ranges(),
        partner.verdict().possible().ranges(),
        look.reach().because(source, target));
  }
}
