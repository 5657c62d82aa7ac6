package dev.plumbline.web.security;

import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Person;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs a person in by e-mail address and password. */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private final People people;
  private final LoginThrottle throttle;

  PasswordSignIn(People people, LoginThrottle throttle) {
    this.people = people;
    this.throttle = throttle;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String email = attempt.getName();
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    if (!throttle.allows(address, email.strip().toLowerCase(java.util.Locale.ROOT))) {
      throw new LockedException("too many attempts");
    }
    return people
        .authenticate(email, String.valueOf(attempt.getCredentials()))
        .map(PasswordSignIn::authenticated)
        .orElseThrow(() -> new BadCredentialsException("unknown address or wrong password"));
  }

  static UsernamePasswordAuthenticationToken authenticated(Person person) {
    return UsernamePasswordAuthenticationToken.authenticated(
        new SignedIn(person.id()), null, List.of());
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
