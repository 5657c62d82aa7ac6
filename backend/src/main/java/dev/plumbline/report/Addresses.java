package dev.plumbline.report;

import dev.plumbline.tenant.Refused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Mail addresses as people type them: checked, folded, each once. */
final class Addresses {

  private static final int MOST = 50;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,189}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}))*");

  private Addresses() {}

  static List<String> of(List<String> typed) {
    var addresses = new LinkedHashSet<String>();
    for (String address : typed) {
      addresses.add(one(address.strip()));
    }
    if (addresses.size() > MOST) {
      throw new Refused("recipients", "A schedule has at most " + MOST + " recipients.");
    }
    return List.copyOf(addresses);
  }

  private static String one(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      String shown = address.length() > 60 ? address.substring(0, 60) + "…" : address;
      throw new Refused("recipients", "\"" + shown + "\" is not a mail address.");
    }
    return address.toLowerCase(Locale.ROOT);
  }
}
