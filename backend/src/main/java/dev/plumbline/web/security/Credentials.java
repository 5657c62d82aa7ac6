package dev.plumbline.web.security;

import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Person;
import dev.plumbline.tenant.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Asks for a password outside the sign-in form, as slowly. */
@Component
public class Credentials {

  private final People people;
  private final LoginThrottle throttle;

  Credentials(People people, LoginThrottle throttle) {
    this.people = people;
    this.throttle = throttle;
  }

  /** The person whose password it is. Throws {@link Refused} naming {@code password}. */
  public Person prove(String email, String password, HttpServletRequest request) {
    if (!throttle.allows(request.getRemoteAddr(), email)) {
      throw new Refused("password", "Too many attempts. Wait a minute and try again.");
    }
    return people
        .authenticate(email, password)
        .orElseThrow(() -> new Refused("password", "This is not your password."));
  }
}
