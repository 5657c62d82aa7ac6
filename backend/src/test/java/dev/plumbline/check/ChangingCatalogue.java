package dev.plumbline.check;

import java.util.List;
import java.util.Optional;

/** A catalogue that changes in the middle of a test. */
public final class ChangingCatalogue implements Catalogue {

  private Catalogue now;

  public ChangingCatalogue(Catalogue now) {
    this.now = now;
  }

  public void become(Catalogue next) {
    now = next;
  }

  @Override
  public List<Check> all() {
    return now.all();
  }

  @Override
  public Optional<Check> find(String id) {
    return now.find(id);
  }

  @Override
  public String version() {
    return now.version();
  }

  @Override
  public Catalogue now() {
    return now;
  }
}
