package dev.plumbline.web.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** All a session holds: who signed in. */
record SignedIn(UUID person) implements Principal, Serializable {

  @Override
  public String getName() {
    return person.toString();
  }
}
