package dev.plumbline.cluster;

import dev.plumbline.cluster.seal.Kek;
import org.springframework.stereotype.Component;

/** Keys of this installation, derived from its encryption key: they outlive a restart. */
@Component
public class InstallationKey {

  private final Kek kek;

  InstallationKey(Kek kek) {
    this.kek = kek;
  }

  /** 256 bits for one purpose, which tell nothing of those for another. */
  public byte[] derive(String purpose) {
    return kek.derive(purpose);
  }
}
