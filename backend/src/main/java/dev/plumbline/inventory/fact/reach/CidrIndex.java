package dev.plumbline.inventory.fact.reach;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Things by ranges of addresses, to find those around an address without looking at all. */
final class CidrIndex<T> {

  /** How long addresses of a family are, and how much of them a range fixes. */
  private record Form(int bytes, int bits) {}

  private record Prefix(Form form, ByteBuffer head) {}

  private final Set<Form> forms = new LinkedHashSet<>();
  private final Map<Prefix, List<T>> byPrefix = new HashMap<>();

  void add(Cidr range, T one) {
    var form = new Form(range.address().length, range.bits());
    forms.add(form);
    byPrefix.computeIfAbsent(prefix(form, range.address()), it -> new ArrayList<>()).add(one);
  }

  /** Those whose range holds an address. */
  List<T> around(byte[] address) {
    var found = new ArrayList<T>();
    for (Form form : forms) {
      if (form.bytes == address.length) {
        found.addAll(byPrefix.getOrDefault(prefix(form, address), List.of()));
      }
    }
    return found;
  }

  private static Prefix prefix(Form form, byte[] address) {
    byte[] head = new byte[address.length];
    for (int i = 0; i < head.length; i++) {
      int fixed = Math.clamp(form.bits - i * 8L, 0, 8);
      head[i] = (byte) (address[i] & 0xff << 8 - fixed);
    }
    return new Prefix(form, ByteBuffer.wrap(head));
  }
}
